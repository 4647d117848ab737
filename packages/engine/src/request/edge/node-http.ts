import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { monotonicMs } from '../../clock.ts';
import { linger } from '@semblance/wire/linger';
import type { ConnectionFacts, HttpRequest } from '../read/http-request.ts';

/** An answer to be written to a connection. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Converts a Node request. */
export function toHttpRequest(message: IncomingMessage, body: Uint8Array, requestId: string): HttpRequest {
  return {
    requestId,
    method: message.method ?? '',
    target: message.url ?? '',
    headers: headerPairs(message.rawHeaders),
    body,
    receivedAtMs: monotonicMs(),
    connection: connectionFacts(message),
  };
}

function headerPairs(raw: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) pairs.push([raw[at] ?? '', raw[at + 1] ?? '']);
  return pairs;
}

function connectionFacts({ socket }: IncomingMessage): ConnectionFacts {
  return {
    secure: (socket as Partial<TLSSocket>).encrypted === true,
    localAddress: socket.localAddress ?? '',
    localPort: socket.localPort ?? 0,
    peerAddress: socket.remoteAddress ?? '',
  };
}

/** Value of Content-Length; `undefined` when there is none. */
export function declaredBytes(message: IncomingMessage): number | undefined {
  const text = message.headers['content-length'];
  return text === undefined ? undefined : Number(text);
}

/** Writes an answer to a request that has been read completely. */
export function writeAnswer(response: ServerResponse, { status, headers, body }: HttpAnswer, close: boolean): void {
  const bytes = Buffer.from(body);
  const connection = close ? { connection: 'close' } : {};
  response.writeHead(status, { ...headers, ...connection, 'content-length': bytes.length });
  response.end(bytes);
}

/** Writes an answer before the request has arrived completely. The connection is closed after the rest has been read (see `linger`). */
export function writeEarlyAnswer(message: IncomingMessage, response: ServerResponse, answer: HttpAnswer): void {
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, { ...answer.headers, connection: 'close', 'content-length': bytes.length });
  response.write(bytes);
  const finish = (): void => {
    response.end();
    message.socket.destroySoon();
  };
  if (message.readableEnded || message.destroyed) finish();
  else linger(message, finish);
}
