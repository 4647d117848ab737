import type { JournalEntry } from './journal-entry.ts';
import { describePicture } from './describe-entry.ts';

/** The parts of HAR 1.2 that are written (http://www.softwareishard.com/blog/har-12-spec/). */
export interface HarArchive {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
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
  readonly time: number;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: number; readonly wait: number; readonly receive: number };
  readonly comment: string;
}

/** Writes journal entries as an HTTP archive for browsers' network panels. Pictures stand there as descriptions. */
export function toHar(entries: readonly JournalEntry[]): HarArchive {
  return {
    log: {
      version: '1.2',
      creator: { name: '@semblance/mock-server', version: '0.1.0' },
      entries: entries.map(harEntry),
    },
  };
}

function harEntry(entry: JournalEntry): HarEntry {
  const { receivedAtMs, reply } = entry;
  return {
    startedDateTime: new Date(receivedAtMs).toISOString(),
    time: reply.delayMs,
    request: harRequest(entry),
    response: {
      status: reply.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: [field('x-acs-request-id', entry.requestId)],
      content: { size: reply.bytes, mimeType: reply.contentType, comment: replyComment(entry) },
      redirectURL: '',
      headersSize: -1,
      bodySize: reply.bytes,
    },
    cache: {},
    timings: { send: 0, wait: reply.delayMs, receive: 0 },
    comment: `${entry.action ?? ''} ${entry.instanceName ?? ''}`.trim(),
  };
}

function harRequest(entry: JournalEntry): Readonly<Record<string, unknown>> {
  const known: Readonly<Record<string, string | undefined>> = {
    InstanceName: entry.instanceName,
    PrimaryPicContent: `[${describePicture(entry.primary)}]`,
    SecondaryPicContent: `[${describePicture(entry.secondary)}]`,
  };
  return {
    method: entry.method,
    url: entry.address,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: Object.entries(entry.headers).map(([name, value]) => field(name, value)),
    queryString: [],
    postData: {
      mimeType: entry.headers['content-type'] ?? '',
      params: entry.parameterNames.map((name) => field(name, known[name] ?? '[left out]')),
    },
    headersSize: -1,
    bodySize: entry.bodyBytes,
  };
}

function replyComment({ reply }: JournalEntry): string {
  return reply.code === 0 ? `Score ${reply.score ?? ''}` : String(reply.code ?? reply.fault ?? '');
}

function field(name: string, value: string): HarField {
  return { name, value };
}
