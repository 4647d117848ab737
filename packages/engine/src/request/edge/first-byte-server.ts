import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import type { Connections } from './connections.ts';
import type { HttpAnswer } from './node-http.ts';
import { createRefusals } from './refusals.ts';
import { tlsHandshake } from './tls-handshake.ts';

/** Options of a shared port. */
export interface SharedPort {
  readonly http: HttpServer;
  readonly https: HttpsServer;
  /** Time limit for the first byte of a connection. */
  readonly firstByteMs: number;
  readonly connections: Connections;
  /** What a caller is told for whose connection there is no room. */
  readonly onNoRoom: () => HttpAnswer;
}

/** What came with the first byte is parsed in pieces of this size: no more than that of a flood of requests. */
const pieceBytes = 4096;

/** Serves plain HTTP and TLS on one port: the first byte distinguishes them and is put back, and the connection is passed to the right server. */
export function createFirstByteServer({ http, https, firstByteMs, connections, onNoRoom }: SharedPort): Server {
  const refuse = createRefusals(onNoRoom);
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (socket) => {
    socket.on('error', ignore);
    if (!connections.admit(socket)) {
      refuse(socket);
      return;
    }
    socket.setTimeout(firstByteMs, () => connections.silent(socket));
    const close = (): void => void socket.destroy();
    socket.once('end', close);
    socket.once('data', (chunk: Buffer) => {
      socket.setTimeout(0);
      socket.off('end', close);
      socket.removeAllListeners('timeout');
      const isTls = chunk[0] === tlsHandshake;
      const serve = (): void => {
        if (!isTls) connections.served(socket);
        handOver(socket, chunk, isTls ? https : http);
      };
      const waitMs = connections.waitOf(socket);
      if (waitMs === 0) serve();
      else if (waitMs !== undefined) serveLater(socket, serve, waitMs);
    });
  });
  https.on('secureConnection', (socket) => connections.served(socket));
  // The inner servers never listen themselves; this event starts their checks for slow headers.
  http.emit('listening');
  https.emit('listening');
  return server;
}

/** A connection that waits its turn is not read, and holds up no end of the engine. */
function serveLater(socket: Socket, serve: () => void, waitMs: number): void {
  socket.pause();
  const timer = setTimeout(serve, waitMs).unref();
  socket.once('close', () => clearTimeout(timer));
}

function handOver(socket: Socket, chunk: Buffer, target: HttpServer | HttpsServer): void {
  socket.pause();
  for (let end = chunk.length; end > 0; end -= pieceBytes)
    socket.unshift(chunk.subarray(Math.max(0, end - pieceBytes), end));
  socket.off('error', ignore);
  target.emit('connection', socket);
  process.nextTick(() => socket.resume());
}

/** Ignores errors of connections without a request. */
function ignore(): void {}
