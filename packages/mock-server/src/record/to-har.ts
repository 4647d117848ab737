import { describePicture } from './describe-entry.ts';
import type { EntryField, JournalEntry } from './journal-entry.ts';

/** The parts of HAR 1.2 that are written (http://www.softwareishard.com/blog/har-12-spec/). */
export interface HarArchive {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly pages: readonly never[];
    readonly entries: readonly HarEntry[];
  };
}

interface HarField {
  readonly name: string;
  readonly value: string;
}

/** One exchange. */
export interface HarEntry {
  readonly startedDateTime: string;
  /** The sum of the timings. */
  readonly time: number;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly comment: string;
}

/** Version of this package, equal to its manifest's. */
const version = '0.1.0';

/** Writes journal entries as an HTTP archive for browsers' network panels, with descriptions in place of pictures. */
export function toHar(entries: readonly JournalEntry[]): HarArchive {
  const creator = { name: '@semblance/mock-server', version };
  return { log: { version: '1.2', creator, pages: [], entries: entries.map(harEntry) } };
}

function harEntry(entry: JournalEntry): HarEntry {
  const { receivedAtMs, reply } = entry;
  const wait = reply.delayMs + reply.madeInMs;
  return {
    startedDateTime: new Date(receivedAtMs).toISOString(),
    time: wait,
    request: harRequest(entry),
    response: harResponse(entry),
    cache: {},
    timings: { send: 0, wait, receive: 0 },
    comment: `${entry.action ?? ''} ${entry.instanceName ?? ''}`.trim(),
  };
}

function harRequest(entry: JournalEntry): Readonly<Record<string, unknown>> {
  const query = fieldsIn(entry, 'query');
  const search = formText(query);
  return {
    method: entry.method,
    url: search === '' ? entry.address : `${entry.address}?${search}`,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: Object.entries(entry.headers).map(([name, value]) => field(name, value)),
    queryString: query,
    ...(entry.bodyBytes === 0 ? {} : { postData: postData(entry) }),
    headersSize: -1,
    bodySize: entry.bodyBytes,
  };
}

/** The form as text and as list, because viewers show only one of them; strictly a HAR has either, and here both agree. */
function postData(entry: JournalEntry): Readonly<Record<string, unknown>> {
  const params = fieldsIn(entry, 'body');
  return {
    mimeType: entry.headers['content-type'] ?? '',
    params,
    text: formText(params),
    comment: `${describePicture(entry.primary)} | ${describePicture(entry.secondary)}`,
  };
}

/** Fields in the order they were sent, encoded as browsers encode forms: what replays an archive compares texts. */
function formText(fields: readonly HarField[]): string {
  return new URLSearchParams(fields.map(({ name, value }) => [name, value])).toString();
}

function fieldsIn({ fields }: JournalEntry, wanted: EntryField['place']): readonly HarField[] {
  return fields.filter(({ place }) => place === wanted).map(({ name, value }) => field(name, value));
}

function harResponse({ reply, requestId }: JournalEntry): Readonly<Record<string, unknown>> {
  const simulated = reply.scenario === undefined ? [] : [field('x-mock-scenario', reply.scenario)];
  const content = { size: reply.bytes, mimeType: reply.contentType, text: reply.body, comment: resultText(reply) };
  return {
    status: reply.status,
    statusText: '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: [field('content-type', reply.contentType), field('x-acs-request-id', requestId), ...simulated],
    content,
    redirectURL: '',
    headersSize: -1,
    bodySize: reply.bytes,
  };
}

function resultText({ code, score, fault }: JournalEntry['reply']): string {
  const result = code === 0 ? `Score ${score ?? ''}` : code;
  return [result, fault].filter((text) => text !== undefined).join(', ');
}

function field(name: string, value: string): HarField {
  return { name, value };
}
