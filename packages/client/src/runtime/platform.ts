import { fetchTransport } from './fetch-transport.ts';
import type { TransportBounds, WireAnswer, WireRequest } from './transport.ts';

/** Every platform but Node: its own `fetch`, looked up at every request so that it can be replaced. */
export function platformTransport(request: WireRequest, bounds: TransportBounds): Promise<WireAnswer> {
  return fetchTransport((url, init) => globalThis.fetch(url, init))(request, bounds);
}

/** Hashes a body faster than WebCrypto does; only Node can. */
export const bodySha256: ((bytes: Uint8Array) => Promise<string>) | undefined = undefined;
