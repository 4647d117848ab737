import https from 'node:https';
import { errorKind } from '../../errors/semblance-error.ts';
import type { Transport } from '../../runtime/transport.ts';
import { exchange, withLength } from '../../runtime/exchange.ts';
import type { ProxyAddress } from './proxy-address.ts';
import { ProxyFailure, refusal } from './proxy-failure.ts';
import { speakTo, TunnelAgent } from './tunnel-agent.ts';

const proxyAuthenticationRequired = 407;

/** Sends requests through a proxy. Rejects with a `ProxyFailure` when the proxy is unreachable or refuses. */
export function proxySender(proxy: ProxyAddress): Transport {
  const agent = new TunnelAgent(proxy);
  const throughTunnel: Transport = ({ url, method, headers, body }, bounds) =>
    exchange(
      https.request(url, { agent, method, headers: withLength(headers, body), signal: bounds.signal }),
      body,
      bounds,
    );
  const overProxy: Transport = async ({ url, method, headers, body }, bounds) => {
    const { signal } = bounds;
    const all = { ...withLength(headers, body), host: new URL(url).host, ...proxy.headers };
    try {
      const answer = await exchange(speakTo(proxy, { path: url, method, headers: all, signal }), body, bounds);
      if (answer.status === proxyAuthenticationRequired) throw refusal(proxy, answer.status);
      return answer;
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof ProxyFailure || errorKind(cause) !== undefined) throw cause;
      throw new ProxyFailure(proxy, cause instanceof Error ? cause.message : String(cause), { cause });
    }
  };
  return (request, bounds) => (request.url.startsWith('https:') ? throughTunnel : overProxy)(request, bounds);
}
