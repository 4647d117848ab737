import { ConfigurationError } from '../errors/configuration-error.ts';
import type { Fetch } from '../runtime/fetch-transport.ts';

/**
 * A `fetch` that goes through an HTTP proxy, for the option `fetch`. Needs the package `undici`, which Node's own fetch is made of
 * but does not export.
 * @param proxy  address of the proxy, with user and password if it wants them.
 */
export function proxyFetch(proxy: string | URL): Fetch {
  let loading: Promise<Fetch> | undefined;
  return async (url, init) => (await (loading ??= load(String(proxy))))(url, init);
}

async function load(proxy: string): Promise<Fetch> {
  const { fetch, ProxyAgent } = await import('undici').catch((cause: unknown) => {
    throw new ConfigurationError('proxyFetch needs the package "undici": npm install undici.', cause);
  });
  const dispatcher = new ProxyAgent(proxy);
  return (url, init) =>
    fetch(url, { ...init, dispatcher } as Parameters<typeof fetch>[1]) as unknown as Promise<Response>;
}
