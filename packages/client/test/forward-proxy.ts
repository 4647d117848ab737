import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';

/** A proxy in this process. */
export interface ForwardProxy extends AsyncDisposable {
  readonly address: string;
  readonly seen: readonly string[];
  /** Received `Proxy-Authorization` headers. */
  readonly logins: readonly (string | undefined)[];
}

/** A typical forward proxy: absolute addresses for http, CONNECT for everything else. */
export async function forwardProxy({ refuseWith }: { refuseWith?: number } = {}): Promise<ForwardProxy> {
  const seen: string[] = [];
  const logins: (string | undefined)[] = [];
  const server = createServer((incoming, response) => {
    seen.push(`${incoming.method} ${incoming.url}`);
    logins.push(incoming.headers['proxy-authorization']);
    if (refuseWith !== undefined) {
      incoming.resume();
      response.writeHead(refuseWith, { 'content-type': 'text/html' }).end('<html>Proxy</html>');
      return;
    }
    const forwarded = httpRequest(
      incoming.url ?? '',
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    forwarded.on('error', () =>
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html>Bad gateway</html>'),
    );
    incoming.pipe(forwarded);
  });
  server.on('connect', (incoming, socket, head) => {
    seen.push(`CONNECT ${incoming.url}`);
    logins.push(incoming.headers['proxy-authorization']);
    if (refuseWith !== undefined) {
      socket.end(`HTTP/1.1 ${refuseWith} Refused\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const [host, port] = (incoming.url ?? '').split(':');
    const upstream = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket);
      socket.pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    logins,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
