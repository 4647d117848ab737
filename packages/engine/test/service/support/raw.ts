import { connect } from 'node:net';
import { parseEnvelope } from '@semblance/wire/parse';
import { XMLValidator } from 'fast-xml-parser';
import type { Engine } from '../../../src/lifecycle/start-engine.ts';

/** Writes bytes to the port as they are, half-closes, and gathers whatever comes back. */
export function exchange(
  engine: Pick<Engine, 'port'>,
  bytes: Uint8Array | string,
  { halfClose = true, timeoutMs = 15_000 }: { halfClose?: boolean; timeoutMs?: number } = {},
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const received: Buffer[] = [];
    const socket = connect({ port: engine.port, host: '127.0.0.1', allowHalfOpen: true }, () => {
      if (halfClose) socket.end(bytes);
      else socket.write(bytes);
    });
    const timer = setTimeout(() => {
      socket.destroy();
      reject(
        new Error(
          `no end of the answer within ${timeoutMs} ms; so far: ${Buffer.concat(received).toString('latin1').slice(0, 300)}`,
        ),
      );
    }, timeoutMs);
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    socket.on('error', () => undefined);
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(Buffer.concat(received));
    };
    socket.on('end', finish);
    socket.on('close', finish);
  });
}

/** One answer taken from raw bytes. */
export interface RawReply {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

/** Splits raw bytes into answers; throws when they are no sequence of complete HTTP/1.1 answers with Content-Length. */
export function parseReplies(bytes: Buffer): RawReply[] {
  const replies: RawReply[] = [];
  for (let at = 0; at < bytes.length;) {
    const headEnd = bytes.indexOf('\r\n\r\n', at);
    if (headEnd === -1) throw new Error('an answer has no end of headers');
    const [statusLine = '', ...lines] = bytes.subarray(at, headEnd).toString('latin1').split('\r\n');
    const status = Number(/^HTTP\/1\.1 (?<status>\d{3}) /.exec(statusLine)?.groups?.['status']);
    if (Number.isNaN(status)) throw new Error(`"${statusLine}" is no status line`);
    const headers = new Map(
      lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
    );
    const start = headEnd + 4;
    const length = Number(headers.get('content-length') ?? 0);
    if (status >= 200 && start + length > bytes.length && length > 0) throw new Error('an answer breaks off');
    if (status >= 200) replies.push({ status, headers, body: bytes.subarray(start, start + length).toString('utf8') });
    at = status >= 200 ? start + length : start;
  }
  return replies;
}

/** What is wrong with an answer; `undefined` when a client could read it. */
export function answerFault({ status, headers, body }: RawReply): string | undefined {
  if (headers.get('x-acs-request-id') === undefined) return 'no x-acs-request-id';
  if (status === 204 && body === '') return undefined;
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('application/json')) return jsonFault(body);
  if (!/^(?:text|application)\/xml;charset=utf-8$/.test(type)) return `content type ${type}`;
  if (XMLValidator.validate(body) !== true) return 'XML that is not well-formed';
  return /^<\?xml[^>]*>\s*<(?:Error|PostResponse|CompareSimilarByImageResponse|AuthorizeFileUploadResponse)>/.test(body)
    ? undefined
    : `XML without an envelope: ${body.slice(0, 100)}`;
}

function jsonFault(body: string): string | undefined {
  const parsed = JSON.parse(body) as Record<string, unknown>;
  if ('ObjectKey' in parsed) return undefined;
  return parseEnvelope(body).kind === 'unrecognised' ? `JSON without an envelope: ${body.slice(0, 100)}` : undefined;
}
