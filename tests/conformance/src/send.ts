import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { parseReply } from './raw-exchange.ts';
import type { ReceivedReply } from './match-reply.ts';

/** A request in pieces, and how it goes to the server. */
export interface Sending {
  readonly port: number;
  readonly tls: boolean;
  readonly pieces: Iterable<Uint8Array>;
  /** Longest wait for the reply once everything is written. */
  readonly timeoutMs: number;
}

/**
 * Writes all pieces before it reads a byte, as the clients of Python and Java do, then reads the reply.
 * @failure rejects with the connection's error when it breaks before that.
 */
export async function writeThenRead({ port, tls, pieces, timeoutMs }: Sending): Promise<ReceivedReply> {
  const socket = await connected(port, tls);
  socket.pause();
  try {
    for (const piece of pieces) await written(socket, piece);
    return await readReply(socket, timeoutMs);
  } finally {
    socket.destroy();
  }
}

function connected(port: number, tls: boolean): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket: Socket = tls
      ? connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false }, () => resolve(socket))
      : connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

function written(socket: Socket, piece: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(piece, (error) => (error === undefined || error === null ? resolve() : reject(error)));
  });
}

function readReply(socket: Socket, timeoutMs: number): Promise<ReceivedReply> {
  return new Promise((resolve, reject) => {
    let received = Buffer.alloc(0);
    const fail = (): void => reject(new Error(`No whole reply: ${received.toString('latin1').slice(0, 300)}`));
    socket.setTimeout(timeoutMs, fail);
    socket.on('error', reject);
    socket.on('close', fail);
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const reply = parseReply(received);
      if (reply !== undefined) resolve(reply);
    });
    socket.resume();
  });
}
