import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** How a client dawdles: in its headers, or in its body. */
export const slownesses = ['headers', 'body'] as const;

/** One of them. */
export type Slowness = (typeof slownesses)[number];

/** Clients that never get done. */
export interface SlowClients {
  /** Those whose connection is still open. */
  readonly open: () => number;
  readonly end: () => void;
}

const dripMs = 200;

/** Opens clients; each sends a byte now and then, or so many requests at once whose answers it never reads. */
export function openSlowClients(port: number, count: number, slowness: Slowness | number): SlowClients {
  const sockets: Socket[] = [];
  const timers: NodeJS.Timeout[] = [];
  for (let client = 0; client < count; client += 1) {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    sockets.push(socket);
    if (typeof slowness === 'number') {
      socket.pause();
      socket.write('GET /?Action=Nothing HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(slowness));
      continue;
    }
    const head = 'POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\n';
    socket.write(
      slowness === 'headers' ? head : `${head}content-length: 2000000\r\n\r\nInstanceName=x&PrimaryPicContent=`,
    );
    timers.push(
      setInterval(() => {
        if (socket.writable) socket.write(slowness === 'headers' ? 'x-a: b\r\n' : 'A');
      }, dripMs),
    );
  }
  return {
    open: () => sockets.filter(({ readyState }) => readyState === 'open').length,
    end: () => {
      for (const timer of timers) clearInterval(timer);
      for (const socket of sockets) socket.destroy();
    },
  };
}
