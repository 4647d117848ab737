import { STATUS_CODES } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { receiveCall } from '../call/receive-call.ts';
import { fail } from '../answer/outcome.ts';
import { renderOutcome } from '../answer/render-outcome.ts';
import { linger } from '@semblance/wire/linger';

const answered = new WeakSet<Duplex>();

/**
 * Answers bytes that are not HTTP, or a request line that is too long, with a JSON envelope, which every client can read. Then reads the
 * rest and closes the connection.
 */
export function refuseMalformed(_error: Error, socket: Duplex): void {
  // The parser reports every further piece of such a request.
  if (answered.has(socket)) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  answered.add(socket);
  answerAndClose(socket, 'InvalidParameter');
}

/** Answers CONNECT, for which Node gives the connection itself: the server is no proxy. */
export function refuseTunnel(_request: IncomingMessage, socket: Duplex): void {
  answerAndClose(socket, 'UnsupportedHTTPMethod');
}

function answerAndClose(socket: Duplex, code: 'InvalidParameter' | 'UnsupportedHTTPMethod'): void {
  const call = receiveCall({
    method: 'POST',
    url: 'http://localhost/?Format=JSON',
    headers: [],
    body: new Uint8Array(),
  });
  const { status, headers, body } = renderOutcome(fail(code), { ...call, hostId: '' });
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head}\r\n${body}`);
  linger(socket, () => socket.destroy());
}
