import { sha256Hex } from './digest.ts';

/** A nonce to be remembered. */
export interface NonceUse {
  readonly accessKeyId: string;
  readonly nonce: string;
  /** The present moment, milliseconds since 1970. */
  readonly nowMs: number;
  /** For how long to remember it. */
  readonly keepForMs: number;
}

/** `new`: remembered now. `used`: known already. `full`: no room, nothing remembered, the request must be refused. */
export type NonceVerdict = 'new' | 'used' | 'full';

/** Where verified nonces are remembered. Several processes behind one address need a shared one. */
export interface NonceStore {
  /** Checks and remembers in one step, so that two simultaneous copies of a request cannot both be new. */
  readonly remember: (use: NonceUse) => Promise<NonceVerdict>;
  /** Nonces held at present. */
  readonly size: () => number;
}

/** Bound of the in-memory store. */
export interface NonceStoreOptions {
  /** Default 500 000: about 50 MB, 277 requests a second with the default window. */
  readonly maxEntries?: number | undefined;
}

/**
 * A nonce store in memory, bounded.
 *
 * An entry is a digest, so a nonce of any length takes the same room. Entries leave when their time is over, oldest first.
 * When the store is full of live entries it **fails closed**: the answer is `full` and the request is refused. Dropping the
 * oldest entry instead would let whoever can sign many requests make room for replaying one.
 */
export function createNonceStore({ maxEntries = 500_000 }: NonceStoreOptions = {}): NonceStore {
  const expiryByDigest = new Map<string, number>();
  return {
    size: () => expiryByDigest.size,
    remember: async ({ accessKeyId, nonce, nowMs, keepForMs }) => {
      const digest = await nonceDigest(accessKeyId, nonce);
      dropExpired(expiryByDigest, nowMs);
      const expiresAtMs = expiryByDigest.get(digest);
      if (expiresAtMs !== undefined && expiresAtMs > nowMs) return 'used';
      if (expiresAtMs === undefined && expiryByDigest.size >= maxEntries) return 'full';
      expiryByDigest.delete(digest);
      expiryByDigest.set(digest, nowMs + keepForMs);
      return 'new';
    },
  };
}

/** 128 bits: a collision among a million entries has a probability below 1e-26. The key's length is part, so pairs cannot run together. */
async function nonceDigest(accessKeyId: string, nonce: string): Promise<string> {
  return (await sha256Hex(`${accessKeyId.length}:${accessKeyId}${nonce}`)).slice(0, 32);
}

/** A map keeps insertion order and every entry lives equally long, so the expired ones are at its head. */
function dropExpired(expiryByDigest: Map<string, number>, nowMs: number): void {
  for (const [digest, expiresAtMs] of expiryByDigest) {
    if (expiresAtMs > nowMs) return;
    expiryByDigest.delete(digest);
  }
}
