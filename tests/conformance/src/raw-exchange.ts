import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { ReceivedReply } from './match-reply.ts';

/** Bytes to send, and how. */
export interface RawSending {
  readonly port: number;
  readonly bytes: Buffer;
  /** Sends only this many bytes and then nothing more. */
  readonly stallAfter: number | undefined;
  /** Reads nothing before everything is written. */
  readonly writeFirst?: boolean;
  readonly timeoutMs: number;
}

/** Sends bytes over a socket and reads one reply. @failure rejects when no whole reply comes in time. */
export function exchange({ port, bytes, stallAfter, writeFirst, timeoutMs }: RawSending): Promise<ReceivedReply> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1');
    let received = Buffer.alloc(0);
    const settle = (reply: ReceivedReply | undefined, problem: string): void => {
      socket.destroy();
      if (reply === undefined)
        reject(new Error(`${problem}; received ${JSON.stringify(received.toString().slice(0, 300))}`));
      else resolve(reply);
    };
    socket.setTimeout(timeoutMs, () => settle(undefined, 'No reply came in time'));
    socket.on('error', (error) => settle(undefined, error.message));
    socket.on('close', () => settle(parseReply(received), 'The connection was closed before the reply was complete'));
    const take = (chunk: Buffer): void => {
      received = Buffer.concat([received, chunk]);
      const reply = parseReply(received);
      if (reply !== undefined) settle(reply, '');
    };
    if (writeFirst !== true) socket.on('data', take);
    socket.write(stallAfter === undefined ? bytes : bytes.subarray(0, stallAfter), () => {
      if (writeFirst === true) socket.on('data', take);
    });
  });
}

/** The reply once it is complete. Every reply has to say its length, as the official clients read no other framing error-free. */
export function parseReply(bytes: Buffer): ReceivedReply | undefined {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return undefined;
  const [statusLine = '', ...lines] = bytes.subarray(0, headEnd).toString('latin1').split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const status = Number(statusLine.split(' ')[1]);
  const length = Number(headers.get('content-length') ?? (status === 204 ? 0 : Number.NaN));
  const body = bytes.subarray(headEnd + 4);
  return body.length >= length ? { status, headers, body: body.subarray(0, length).toString() } : undefined;
}
