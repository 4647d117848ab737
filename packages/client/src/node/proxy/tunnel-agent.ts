import http from 'node:http';
import https from 'node:https';
import { isIPv6 } from 'node:net';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';
import type { ConnectionOptions } from 'node:tls';
import type { ProxyAddress } from './proxy-address.ts';
import { ProxyFailure, refusal } from './proxy-failure.ts';

/** Time limit for opening a tunnel; the call's time-outs usually end the wait earlier. */
const tunnelTimeoutMs = 30_000;

/** Opens each connection as a tunnel through a proxy, so that the proxy cannot read the requests. @source RFC 9110, 9.3.6. */
export class TunnelAgent extends https.Agent {
  readonly #proxy: ProxyAddress;

  constructor(proxy: ProxyAddress) {
    super({ keepAlive: true });
    this.#proxy = proxy;
  }

  override createConnection(options: ConnectionOptions, callback?: Connected): undefined {
    void this.#connect(options, callback);
  }

  async #connect(options: ConnectionOptions, done: Connected | undefined): Promise<void> {
    try {
      const socket = await openTunnel(this.#proxy, options);
      done?.(null, connect({ ...options, socket }));
    } catch (error) {
      done?.(error as Error, undefined as never);
    }
  }
}

type Connected = (error: Error | null, stream: Duplex) => void;

function openTunnel(proxy: ProxyAddress, { host = '', port = 443 }: ConnectionOptions): Promise<Socket> {
  const target = `${isIPv6(host) ? `[${host}]` : host}:${port}`;
  return new Promise((resolve, reject) => {
    const request = speakTo(proxy, { method: 'CONNECT', path: target, headers: { host: target, ...proxy.headers } });
    request.setTimeout(tunnelTimeoutMs, () => request.destroy(new Error('no answer within 30 s')));
    request.on('error', (cause) => reject(new ProxyFailure(proxy, cause.message, { cause })));
    request.on('connect', ({ statusCode = 0 }, socket: Socket) => {
      socket.setTimeout(0);
      if (statusCode === 200) resolve(socket);
      else reject(refusal(proxy, statusCode));
      if (statusCode !== 200) socket.destroy();
    });
    request.end();
  });
}

/** A request to the proxy itself. */
export function speakTo(proxy: ProxyAddress, options: http.RequestOptions): http.ClientRequest {
  const { request } = proxy.protocol === 'https:' ? https : http;
  return request({ host: proxy.hostname, port: proxy.port, agent: false, ...options });
}
