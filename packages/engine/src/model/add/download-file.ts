import { writeFileSync } from 'node:fs';
import { readFile, rename, rm, stat } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Result } from '../../result.ts';
import { sha256Of } from '../file-digest.ts';
import type { Environment, RemoteFile } from './hub-address.ts';
import { noModelReason } from './no-model.ts';
import { requestFile } from './request-file.ts';
import type { HubClaims, RequestFailure } from './request-file.ts';
import { writeArrival } from './write-arrival.ts';

/** Progress of a download; `totalBytes` is absent until the server states it. */
export interface Progress {
  readonly name: string;
  readonly receivedBytes: number;
  readonly totalBytes: number | undefined;
}

export interface DownloadOptions {
  readonly environment: Environment;
  /** Largest file in bytes. */
  readonly maxBytes: number;
  /** Time without a byte after which a connection is replaced and resumed; default 30 s. */
  readonly idleMs?: number;
  /** Time limit of the whole download; default 2 hours. */
  readonly deadlineMs?: number;
  /** Pause before the first retry, doubled each time; default 1 s. */
  readonly retryMs?: number;
  readonly progress?: ((progress: Progress) => void) | undefined;
}

/** A complete download. */
export interface Downloaded {
  readonly sha256: string;
  readonly bytes: number;
  /** Source of the checksum that was verified. */
  readonly checkedAgainst: 'pinned' | 'hub' | 'nothing';
}

/** Attempts in a row without a byte before giving up; fewer before the first byte. */
const mostFruitlessAttempts = { atFirst: 2, later: 5 } as const;
const noteSuffix = '.download';
const partSuffix = '.part';

type Failed = Result<never, string>;
const fail = (failure: string): Failed => ({ ok: false, failure });

/** Note beside an interrupted download, so that the next run can resume it. */
interface Note extends HubClaims {
  readonly url: string;
}

interface Transfer {
  readonly remote: RemoteFile;
  readonly part: string;
  readonly note: string;
  readonly options: DownloadOptions;
  readonly signal: AbortSignal;
}

/**
 * Downloads a file to `target`. It resumes after broken connections and interrupted runs, and renames the file to `target` only when its
 * checksum is right: the pinned one, or the one stated by the hub; without either the caller records the checksum received. @failure a
 * sentence with the problem and advice.
 */
export async function downloadFile(
  remote: RemoteFile,
  target: string,
  options: DownloadOptions,
): Promise<Result<Downloaded, string>> {
  const signal = AbortSignal.timeout(options.deadlineMs ?? 2 * 3_600_000);
  const transfer = { remote, part: target + partSuffix, note: target + noteSuffix, options, signal };
  if (remote.bytes !== undefined && remote.bytes > options.maxBytes) return tooLarge(remote, remote.bytes, options);
  const received = await receive(transfer);
  if (!received.ok) return received;
  const checked = await check(transfer, received.value);
  if (!checked.ok) return checked;
  await rename(transfer.part, target);
  await rm(transfer.note, { force: true });
  return checked;
}

/** Repeats attempts until the file is complete or no more bytes arrive. */
async function receive(transfer: Transfer): Promise<Result<HubClaims, string>> {
  let fruitless = 0;
  for (;;) {
    const before = await sizeOf(transfer.part);
    const attempt = await attemptOnce(transfer, before);
    if (attempt.ok) return attempt;
    const { transient, message } = attempt.failure;
    if (transfer.signal.aborted)
      return fail(`${message}; the time for it is over. Run the command again: it goes on where it ended`);
    if (!transient) return fail(message);
    fruitless = (await sizeOf(transfer.part)) > before ? 0 : fruitless + 1;
    if (fruitless >= mostFruitlessAttempts[before === 0 ? 'atFirst' : 'later'])
      return fail(`${message}. Run the command again: it goes on where it ended`);
    await pause((transfer.options.retryMs ?? 1000) * 2 ** fruitless);
  }
}

async function attemptOnce(transfer: Transfer, before: number): Promise<Result<HubClaims, RequestFailure>> {
  const { remote, options, signal } = transfer;
  const known = await readNote(transfer);
  const from = known === undefined ? 0 : before;
  const idleMs = options.idleMs ?? 30_000;
  const asked = await requestFile(remote.url, {
    environment: options.environment,
    idleMs,
    signal,
    from,
    version: known?.version,
  });
  if (!asked.ok) return asked;
  const { response, claims } = asked.value;
  const start = startOf(response, from);
  if (start === undefined || (start > 0 && known?.sha256 !== claims.sha256)) return startAnew(transfer, response);
  const total = totalOf(response, start);
  const problem = problemOf(response, { total, remote, options });
  if (problem !== undefined) {
    response.destroy();
    return { ok: false, failure: { transient: false, message: problem } };
  }
  // Synchronous, because a connection that breaks before listeners are attached would go unnoticed.
  writeFileSync(transfer.note, JSON.stringify({ url: remote.url, ...claims } satisfies Note));
  const written = await write(transfer, response, { start, total });
  return written.ok ? { ok: true, value: claims } : written;
}

/** The note of an earlier attempt; `undefined` if it is about another file. */
async function readNote({ note, remote }: Transfer): Promise<Note | undefined> {
  try {
    const known = JSON.parse(await readFile(note, 'utf8')) as Note;
    // Without a version or checksum the rest might not belong to the existing part.
    return known.url === remote.url && (known.version !== undefined || known.sha256 !== undefined) ? known : undefined;
  } catch {
    return undefined;
  }
}

/** Offset at which the answer begins, 0 if the server does not resume; `undefined` for an unrequested offset. */
function startOf({ statusCode, headers }: IncomingMessage, from: number): number | undefined {
  if (statusCode !== 206) return 0;
  const stated = /^bytes (?<first>\d+)-/.exec(headers['content-range'] ?? '')?.groups?.['first'];
  return Number(stated) === from ? from : undefined;
}

/** Starts again, because the existing part belongs to another version. */
async function startAnew({ part, note }: Transfer, response: IncomingMessage): Promise<Result<never, RequestFailure>> {
  response.destroy();
  await rm(part, { force: true });
  await rm(note, { force: true });
  return { ok: false, failure: { transient: true, message: 'the file changed on the server while it was fetched' } };
}

function totalOf({ statusCode, headers }: IncomingMessage, start: number): number | undefined {
  const ranged = /\/(?<total>\d+)$/.exec(headers['content-range'] ?? '')?.groups?.['total'];
  if (statusCode === 206 && ranged !== undefined) return Number(ranged);
  const length = headers['content-length'];
  return length === undefined ? undefined : start + Number(length);
}

function problemOf(
  { headers }: IncomingMessage,
  { total, remote, options }: { total: number | undefined; remote: RemoteFile; options: DownloadOptions },
): string | undefined {
  const type = headers['content-type'] ?? '';
  if (/^text\/html/i.test(type))
    return `${new URL(remote.url).host} sends a web page in place of the model: a login, a captive portal or a wrong address`;
  if (total !== undefined && total > options.maxBytes) return sizeWords(remote, total, options);
  if (total !== undefined && remote.bytes !== undefined && total !== remote.bytes)
    return `${remote.name} should have ${remote.bytes} bytes, but the server says ${total}: it is another file`;
  return undefined;
}

const sizeWords = ({ name }: RemoteFile, bytes: number, { maxBytes }: DownloadOptions): string =>
  `${name} has ${bytes} bytes, more than the ${maxBytes} that are allowed; raise it with --max-bytes if that is right`;

function tooLarge(remote: RemoteFile, bytes: number, options: DownloadOptions): Failed {
  return fail(sizeWords(remote, bytes, options));
}

async function write(
  { remote, part, options, signal }: Transfer,
  response: IncomingMessage,
  { start, total }: { readonly start: number; readonly total: number | undefined },
): Promise<Result<undefined, RequestFailure>> {
  const written = await writeArrival(response, {
    file: part,
    start,
    signal,
    refuse: (chunk, at) =>
      (at === 0 ? noModelReason(chunk) : undefined) ??
      (at + chunk.length > options.maxBytes ? sizeWords(remote, at + chunk.length, options) : undefined),
    progress: (receivedBytes) => options.progress?.({ name: remote.name, receivedBytes, totalBytes: total }),
  });
  if (!written.ok) return written;
  if (total === undefined || written.value === total) return { ok: true, value: undefined };
  return {
    ok: false,
    failure: { transient: true, message: `the connection broke off after ${written.value} of ${total} bytes` },
  };
}

async function check({ remote, part, note }: Transfer, claims: HubClaims): Promise<Result<Downloaded, string>> {
  const [sha256, bytes] = [await sha256Of(part), await sizeOf(part)];
  const expected = remote.sha256 ?? claims.sha256;
  const checkedAgainst = remote.sha256 !== undefined ? 'pinned' : claims.sha256 !== undefined ? 'hub' : 'nothing';
  if (expected === undefined || expected === sha256) return { ok: true, value: { sha256, bytes, checkedAgainst } };
  // A wrong file cannot be resumed.
  await rm(part, { force: true });
  await rm(note, { force: true });
  const by = checkedAgainst === 'pinned' ? 'the manifest' : 'the hub';
  return fail(
    `${remote.name} has SHA-256 ${sha256}, but ${by} says ${expected}: it was altered or damaged, and is deleted. Try again, or another HF_ENDPOINT`,
  );
}

async function sizeOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}
