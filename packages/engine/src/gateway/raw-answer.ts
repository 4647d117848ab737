import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { WireAnswer } from './node-http.ts';

/** How long a broken connection stays open for its caller to read the answer. */
const lingerMs = 1000;

/** Answers on a connection whose request could not be parsed: the bytes are written as they are, then the connection is closed. */
export function writeRawAnswer(socket: Duplex, { status, headers, body }: WireAnswer): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const bytes = Buffer.from(body);
  const fields = { ...headers, connection: 'close', 'content-length': String(bytes.length) };
  const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.on('error', () => socket.destroy());
  socket.end(
    Buffer.concat([Buffer.from(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n`), bytes]),
  );
  socket.resume();
  setTimeout(() => socket.destroy(), lingerMs).unref();
}
