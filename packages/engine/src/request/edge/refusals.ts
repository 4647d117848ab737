import type { Socket } from 'node:net';
import { tlsHandshake } from './tls-handshake.ts';
import type { HttpAnswer } from './node-http.ts';
import { writeRawAnswer } from './raw-answer.ts';

/** Most connections that wait to be told; what comes beyond them is reset. */
const mostWaiting = 64;
/** How long one of them may say nothing. */
const silentMs = 1000;

/**
 * Tells callers for whose connection there is no room that it is so, instead of a reset: they sent a request, and may send it again. Over TLS they are
 * reset, as a handshake costs what there is too little of.
 * @param answer  what they are told.
 */
export function createRefusals(answer: () => HttpAnswer): (socket: Socket) => void {
  let waiting = 0;
  return (socket) => {
    if (waiting === mostWaiting) {
      socket.destroy();
      return;
    }
    waiting += 1;
    socket.once('close', () => {
      waiting -= 1;
    });
    socket.setTimeout(silentMs, () => socket.destroy());
    const close = (): void => void socket.destroy();
    socket.once('end', close);
    socket.once('data', (chunk: Buffer) => {
      socket.off('end', close);
      if (chunk[0] === tlsHandshake) socket.destroy();
      else writeRawAnswer(socket, answer);
    });
  };
}
