import type { Duplex } from 'node:stream';
import { receiveCall } from '../call/receive-call.ts';
import { fail } from '../reply/outcome.ts';
import { renderOutcome } from '../reply/render-outcome.ts';

/** Answers what is no HTTP with an envelope, since clients can read nothing else, and closes the connection. */
export function refuseMalformed(_error: Error, socket: Duplex): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const call = receiveCall({ method: 'POST', url: 'http://localhost/', headers: [], body: new Uint8Array() });
  const { status, headers, body } = renderOutcome(fail('InvalidParameter'), call);
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.end(`HTTP/1.1 ${status} Bad Request\r\n${head}\r\n${body}`);
}
