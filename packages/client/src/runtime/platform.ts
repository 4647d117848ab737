import type { Transport } from './transport.ts';

/** Every platform but Node: its own `fetch` does it. */
export const platformTransport: Transport | undefined = undefined;

/** Hashes a body faster than WebCrypto does; only Node can. */
export const bodySha256: ((bytes: Uint8Array) => Promise<string>) | undefined = undefined;
