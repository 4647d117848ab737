import type { Transport } from './transport.ts';

/** Every platform but Node uses its `fetch`. */
export const platformTransport: Transport | undefined = undefined;

/** A hash faster than WebCrypto; only Node has one. */
export const bodySha256: ((bytes: Uint8Array) => Promise<string>) | undefined = undefined;
