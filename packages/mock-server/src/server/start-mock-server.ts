import { headerMaxBytes } from '@semblance/spec/limits';
import { createServer as createHttpServer } from 'node:http';
import type { RequestListener, Server as HttpServer, ServerOptions } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { givenMock } from '../mock/mock.ts';
import type { Mock } from '../mock/mock.ts';
import type { MockOptions } from '../mock/mock-options.ts';
import { refuseMalformed, refuseTunnel } from './refuse-malformed.ts';
import { createDuplexPort } from './duplex-port.ts';
import { createRequestListener } from './request-listener.ts';
import { createSelfSignedCertificate } from './self-signed-certificate.ts';
import type { Certificate } from './self-signed-certificate.ts';

/** Options of a mock server. */
export interface MockServerOptions extends MockOptions {
  /** Port; default 0: any free port. */
  readonly port?: number | undefined;
  /** Address; default 127.0.0.1, reachable from this machine only. */
  readonly host?: string | undefined;
  /** Certificate; default: a new one for the host, `localhost` and 127.0.0.1. */
  readonly certificate?: Certificate | undefined;
  /** An existing mock, which then takes the options of `createMock`. */
  readonly mock?: Mock | undefined;
  /** Whether the process may end while the server runs; default: no. */
  readonly background?: boolean | undefined;
}

/** A running server, with the methods of its mock. */
export interface MockServer extends Mock {
  /** `http://host:port`; the same port accepts TLS. */
  readonly url: string;
  readonly port: number;
  /** `host:port`, for the endpoint of official clients. */
  readonly endpoint: string;
  /** The certificate that a TLS client has to trust, PEM. */
  readonly certificate: string;
  /** Stops listening and drops open connections. */
  readonly close: () => Promise<void>;
}

const serverOptions: ServerOptions = {
  /** Clients pool connections and do not retry, so an early close would surface as an error. */
  keepAliveTimeout: 65_000,
  headersTimeout: 66_000,
  requestTimeout: 0,
  maxHeaderSize: headerMaxBytes,
  requireHostHeader: false,
};

/**
 * Starts a server that any language can call. One port speaks HTTP and HTTPS; the status page is at `/__mock/`.
 * @throws the system's error when the port is taken; TypeError or RangeError for invalid options; an error that names the package to
 * install when the engine is missing.
 */
export async function startMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  const {
    port = 0,
    host = '127.0.0.1',
    certificate: givenCertificate,
    mock: given,
    background,
    ...mockOptions
  } = options;
  const mock = givenMock('startMockServer', given, mockOptions);
  await mock.prepare();
  const listener = createRequestListener(
    mock,
    once(async () => {
      const { createAdminApi } = await import('./admin/admin-api.ts');
      return createAdminApi(mock, { host, signature: mock.signature });
    }),
  );
  const hosts = [...new Set([host, '127.0.0.1', 'localhost'])];
  const certificate = once(() => givenCertificate ?? createSelfSignedCertificate(hosts));
  const plain = prepared(createHttpServer(serverOptions, listener), listener);
  const secure = once(() => {
    const server = prepared(createHttpsServer({ ...serverOptions, ...certificate() }, listener), listener);
    return server.on('tlsClientError', (_error, socket) => socket.destroy());
  });
  const connections = createDuplexPort(plain, secure);
  const stop = stopper(connections);
  if (background === true) letProcessEnd(connections);
  const boundPort = await listen(connections, port, host);
  const endpoint = `${host.includes(':') ? `[${host}]` : host}:${boundPort}`;
  return {
    ...mock,
    url: `http://${endpoint}`,
    port: boundPort,
    endpoint,
    get certificate() {
      return certificate().cert;
    },
    close: async () => {
      await stop();
      await mock.close();
    },
  };
}

/** Makes a value at its first use, because the certificate takes longer than the rest of the start and few callers need it. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function prepared<Kind extends HttpServer>(server: Kind, listener: RequestListener): Kind {
  server.on('clientError', refuseMalformed);
  server.on('connect', refuseTunnel);
  // By default Node answers an unknown Expect header itself, with a body that clients cannot read.
  server.on('checkExpectation', listener);
  return server;
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function letProcessEnd(server: Server): void {
  server.unref();
  server.on('connection', (socket) => socket.unref());
}

/** Tracks open connections, so that stopping does not wait for idle ones. */
function stopper(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
}
