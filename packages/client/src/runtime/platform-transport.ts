import { fetchTransport } from './fetch-transport.ts';
import type { TransportBounds, WireAnswer, WireRequest } from './transport.ts';

/** Every platform but Node: its own `fetch`, looked up at every request so that it can be replaced. */
export function platformTransport(request: WireRequest, bounds: TransportBounds): Promise<WireAnswer> {
  return fetchTransport((url, init) => globalThis.fetch(url, init))(request, bounds);
}
