import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { createServer } from 'node:net';
import type { Server, Socket } from 'node:net';

/** First byte of a TLS handshake record (RFC 8446, section 5.1); no HTTP method begins with it. */
const tlsHandshake = 0x16;
/** Time limit for the first byte; silent connections would otherwise stay open for ever. */
const firstByteTimeoutMs = 65_000;

/**
 * One port for HTTP and HTTPS: the first byte of a connection determines the server. The official clients post uploads over TLS even when
 * configured for plain HTTP.
 * @param secure  called at the first TLS connection, as few callers make one.
 */
export function createDuplexPort(plain: HttpServer, secure: () => HttpsServer): Server {
  return createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.setTimeout(firstByteTimeoutMs, () => socket.destroy());
    socket.once('readable', () => handOver(socket, plain, secure));
  });
}

function handOver(socket: Socket, plain: HttpServer, secure: () => HttpsServer): void {
  const chunk = socket.read() as Buffer | null;
  if (chunk === null) {
    socket.destroy();
    return;
  }
  socket.setTimeout(0);
  socket.removeAllListeners('timeout');
  socket.unshift(chunk);
  (chunk[0] === tlsHandshake ? secure() : plain).emit('connection', socket);
}
