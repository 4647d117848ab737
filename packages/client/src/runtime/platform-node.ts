import type { Transport } from './transport.ts';
import { exchange, withLength } from './exchange.ts';

/**
 * Transport of Node: `node:http` with its global agents. `fetch` takes three times the processor time for requests of some megabytes, as
 * the body passes through streams.
 */
export const platformTransport: Transport | undefined = async ({ url, method, headers, body }, bounds) => {
  // Through the module's object, not a named import, because mocks and instrumentations replace `request` there.
  const { default: http } = await (url.startsWith('https:') ? import('node:https') : import('node:http'));
  const outgoing = http.request(url, { method, headers: withLength(headers, body), signal: bounds.signal });
  return exchange(outgoing, body, bounds);
};

/**
 * SHA-256 in lower-case hex. WebCrypto copies the body and passes it to another thread, which takes twice the processor time; hashing 8 MB
 * takes some milliseconds.
 */
export const bodySha256: ((bytes: Uint8Array) => Promise<string>) | undefined = async (bytes) => {
  const { createHash } = await import('node:crypto');
  return createHash('sha256').update(bytes).digest('hex');
};
