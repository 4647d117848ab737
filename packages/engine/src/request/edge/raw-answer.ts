import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { linger } from '@semblance/wire/linger';
import type { HttpAnswer } from './node-http.ts';

const answered = new WeakSet<Duplex>();

/**
 * Answers on a connection whose request could not be parsed: writes the bytes directly, reads the rest of the request (see `linger`) and
 * closes the connection. The parser reports every further piece of such a request, which is answered only once.
 */
export function writeRawAnswer(socket: Duplex, answer: () => HttpAnswer): void {
  if (answered.has(socket)) return;
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  answered.add(socket);
  const { status, headers, body } = answer();
  const bytes = Buffer.from(body);
  const fields = { ...headers, connection: 'close', 'content-length': String(bytes.length) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`;
  socket.on('error', () => socket.destroy());
  socket.end(Buffer.concat([Buffer.from(head), bytes]));
  linger(socket, () => socket.destroy());
}
