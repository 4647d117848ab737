import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { open, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { NonceEntry } from '@semblance/signing/verify';
import { makeFolder } from '../../make-folder.ts';
import { readRecords, recordBytes, writeRecord } from './nonce-records.ts';
import type { JournalContent, NonceRecord } from './nonce-records.ts';
import { isHeld, lockText, lockTouchMs } from './run-lock.ts';

/** Place and size of a journal. */
export interface NonceJournalOptions {
  /** Directory of the journals; runs of other engines may share it. */
  readonly directory: string;
  /** Capacity in records, equal to that of the store in memory. */
  readonly maxEntries: number;
}

/** Records of earlier runs. */
export interface NonceHistory {
  readonly entries: readonly NonceEntry[];
  /** Requests signed at or before this time are unknown; `undefined` if there is no history, or a damaged one. */
  readonly forgottenUntilMs: number | undefined;
}

/** A persistent journal of used nonces. */
export interface NonceJournal {
  readonly history: NonceHistory;
  /** Resolves once the record is on the disk; records of the same moment share one flush. @failure the disk's error */
  readonly record: (entry: NonceEntry, forgottenUntilMs: number) => Promise<void>;
  /** Ends writing; the journal is kept for the next run. */
  readonly close: () => Promise<void>;
  readonly abandon: () => void;
}

const suffix = '.journal';

/**
 * Opens a journal for this run, that of an ended run or a new one, and reads the journals of other ended runs.
 *
 * It is a ring of fixed size, allocated when it is created, so that recording needs no further space even if the disk fills up later. Every
 * record is flushed (fdatasync) before its request counts as new, so that neither a killed process nor a power failure loses one. Journals
 * of running engines are left alone.
 */
export async function openNonceJournal({ directory, maxEntries }: NonceJournalOptions): Promise<NonceJournal> {
  await makeFolder(directory, 0o700);
  const name = randomBytes(12).toString('hex');
  const lock = lockOf(directory, name);
  await writeFile(lock, lockText(), { mode: 0o600, flag: 'wx' });
  const adopted = await adopt(directory, name, maxEntries);
  const left = await endedRuns(directory);
  try {
    const others = await Promise.all(left.map(async (old) => readRecords(await readFile(fileOf(directory, old)))));
    const history = joinHistories(adopted === undefined ? others : [adopted, ...others]);
    const isWhole = adopted !== undefined && !adopted.isDamaged;
    const ring = isWhole
      ? await Ring.resume(fileOf(directory, name), maxEntries, adopted.records)
      : await Ring.make(fileOf(directory, name), maxEntries);
    const toCopy = isWhole ? others.flatMap(({ records }) => records) : history.entries;
    await Promise.all(toCopy.slice(-maxEntries).map((entry) => ring.append(entry, history.forgottenUntilMs ?? 0)));
    for (const old of left) await removeRun(directory, old);
    return keepJournal(ring, lock, history);
  } catch (error) {
    // An adopted journal is kept for the next start; an unfinished new one is removed.
    if (adopted === undefined || adopted.isDamaged) await rm(fileOf(directory, name), { force: true });
    await rm(lock, { force: true });
    throw error;
  }
}

function keepJournal(ring: Ring, lock: string, history: NonceHistory): NonceJournal {
  const timer = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => undefined), lockTouchMs);
  timer.unref();
  return {
    history,
    record: (entry, forgottenUntilMs) => ring.append(entry, forgottenUntilMs),
    close: async () => {
      clearInterval(timer);
      await ring.close();
      await rm(lock, { force: true });
    },
    abandon: () => {
      clearInterval(timer);
      rmSync(lock, { force: true });
    },
  };
}

/**
 * Adopts the journal of an ended run by renaming it, so that a start needs no room for a second one. Renaming is atomic, so only one of two
 * simultaneous starts gets it.
 */
async function adopt(directory: string, name: string, maxEntries: number): Promise<JournalContent | undefined> {
  for (const old of await endedRuns(directory)) {
    if (old === name) continue;
    try {
      await rename(fileOf(directory, old), fileOf(directory, name));
    } catch {
      continue;
    }
    await rm(lockOf(directory, old), { force: true });
    const bytes = await readFile(fileOf(directory, name));
    const content = readRecords(bytes);
    const isWhole = bytes.length === maxEntries * recordBytes && !content.isDamaged;
    if (!isWhole) await rm(fileOf(directory, name));
    return { ...content, isDamaged: !isWhole };
  }
  return undefined;
}

function fileOf(directory: string, name: string): string {
  return path.join(directory, `${name}${suffix}`);
}

function lockOf(directory: string, name: string): string {
  return path.join(directory, `${name}.lock`);
}

async function removeRun(directory: string, name: string): Promise<void> {
  await rm(fileOf(directory, name), { force: true });
  await rm(lockOf(directory, name), { force: true });
}

/** Names of the journals of ended runs. */
async function endedRuns(directory: string): Promise<string[]> {
  const names = (await readdir(directory))
    .filter((file) => file.endsWith(suffix))
    .map((file) => path.basename(file, suffix));
  const held = await Promise.all(names.map((name) => isHeld(lockOf(directory, name))));
  return names.filter((_name, at) => held[at] !== true);
}

function joinHistories(contents: readonly JournalContent[]): NonceHistory {
  const records = contents.flatMap((content) => content.records);
  const isKnown = contents.length > 0 && !contents.some(({ isDamaged }) => isDamaged);
  const reach = records.reduce((latest, { forgottenUntilMs }) => Math.max(latest, forgottenUntilMs), 0);
  return { entries: records, forgottenUntilMs: isKnown ? reach : undefined };
}

interface Pending {
  readonly entry: NonceEntry;
  readonly forgottenUntilMs: number;
  readonly resolve: () => void;
  readonly reject: (cause: unknown) => void;
}

const zeroBytes = 1024 * 1024;

/** The file: records are written one after the other, then again from the start. */
class Ring {
  readonly #file: FileHandle;
  readonly #places: number;
  #pending: Pending[] = [];
  #sequence = 1;
  #flushing: Promise<void> | undefined;

  private constructor(file: FileHandle, places: number) {
    this.#file = file;
    this.#places = places;
  }

  /** Creates the file in full size. @failure the disk's error; only the file may be left */
  static async make(file: string, places: number): Promise<Ring> {
    const handle = await open(file, 'wx', 0o600);
    try {
      const zeros = Buffer.alloc(Math.min(zeroBytes, places * recordBytes));
      for (let at = 0; at < places * recordBytes; at += zeros.length)
        await handle.write(zeros, 0, Math.min(zeros.length, places * recordBytes - at), at);
      await handle.sync();
      return new Ring(handle, places);
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Continues where an earlier run ended. */
  static async resume(file: string, places: number, records: readonly NonceRecord[]): Promise<Ring> {
    const ring = new Ring(await open(file, 'r+'), places);
    ring.#sequence = (records.at(-1)?.sequence ?? 0) + 1;
    return ring;
  }

  append(entry: NonceEntry, forgottenUntilMs: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#pending.push({ entry, forgottenUntilMs: Math.max(0, forgottenUntilMs), resolve, reject });
    this.#flushing ??= this.#flush();
    return promise;
  }

  async close(): Promise<void> {
    await this.#flushing;
    await this.#file.close();
  }

  /** Writes waiting records until there are none. */
  async #flush(): Promise<void> {
    while (this.#pending.length > 0) {
      const batch = this.#pending.splice(0, this.#places);
      try {
        await this.#write(batch);
        for (const { resolve } of batch) resolve();
      } catch (cause) {
        for (const { reject } of batch) reject(cause);
      }
    }
    this.#flushing = undefined;
  }

  async #write(batch: readonly Pending[]): Promise<void> {
    const bytes = Buffer.alloc(batch.length * recordBytes);
    batch.forEach(({ entry, forgottenUntilMs }, at) =>
      writeRecord(bytes, at * recordBytes, { ...entry, forgottenUntilMs, sequence: this.#sequence + at }),
    );
    const first = (this.#sequence % this.#places) * recordBytes;
    const untilEnd = Math.min(bytes.length, this.#places * recordBytes - first);
    await this.#file.write(bytes, 0, untilEnd, first);
    if (untilEnd < bytes.length) await this.#file.write(bytes, untilEnd, bytes.length - untilEnd, 0);
    await this.#file.datasync();
    this.#sequence += batch.length;
  }
}
