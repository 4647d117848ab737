import { sha256Hex } from './digest.ts';

/** A nonce to be remembered. */
export interface NonceUse {
  readonly accessKeyId: string;
  readonly nonce: string;
  /** Date of the signature according to the request, milliseconds since 1970. */
  readonly signedAtMs: number;
  /** How long to remember it: at least as long as its date is accepted. */
  readonly keepForMs: number;
}

/**
 * `new`: remembered now. `used`: already known. `full`: no room, not remembered. `forgotten`: signed so long ago that the store can no
 * longer tell. All but `new` must be refused.
 */
export type NonceVerdict = 'new' | 'used' | 'full' | 'forgotten';

/**
 * Remembers verified nonces. Several processes behind one address need a shared store, whose `remember` is one atomic step with an expiry
 * (`SET key 1 NX PX keepForMs`). When the store fails, `remember` rejects and the request is refused.
 */
export interface NonceStore {
  /** Checks and remembers in one step, so that two simultaneous copies of a request cannot both be new. */
  readonly remember: (use: NonceUse) => Promise<NonceVerdict>;
  /** Number of nonces held now. */
  readonly size: () => number;
}

/** A stored nonce: a digest, so that its length does not matter. */
export interface NonceEntry {
  /** 24 hex digits of key and nonce together. */
  readonly digest: string;
  readonly signedAtMs: number;
}

/** Limits and persistence of the in-memory store. */
export interface NonceStoreOptions {
  /** Default 500 000: about 50 MB, 277 requests a second with the default window. */
  readonly maxEntries?: number | undefined;
  /** Nonces remembered by an earlier process. */
  readonly known?: Iterable<NonceEntry> | undefined;
  /** Requests signed at or before this time are refused, as their nonces are unknown. Milliseconds since 1970. */
  readonly forgottenUntilMs?: number | undefined;
  /** Persists an entry; a nonce counts as new only after this has resolved. */
  readonly record?: ((entry: NonceEntry, forgottenUntilMs: number) => Promise<void>) | undefined;
  /** A monotonic clock, in milliseconds; default `performance.now`. */
  readonly monotonicMs?: (() => number) | undefined;
}

interface Kept {
  readonly signedAtMs: number;
  /** On the monotonic clock. */
  readonly keepUntilMs: number;
}

/** How long nonces of an earlier process are kept: as long as with the default window. */
const knownKeptMs = 31 * 60_000;

/**
 * A bounded nonce store in memory.
 *
 * Entries expire by a monotonic clock, oldest first. Requests with the date of an expired entry or an older one are refused from then on,
 * so that setting the system clock back does not make an old request valid again. When the store is full of live entries it **fails
 * closed**: the verdict is `full` and the request is refused. Dropping the oldest entry instead would let a caller who can sign many
 * requests make room to replay one.
 */
export function createNonceStore(options: NonceStoreOptions = {}): NonceStore {
  const { maxEntries = 500_000, known = [], record, monotonicMs = () => performance.now() } = options;
  const kept = new Map<string, Kept>();
  for (const { digest, signedAtMs } of known)
    kept.set(digest, { signedAtMs, keepUntilMs: monotonicMs() + knownKeptMs });
  let forgottenUntilMs = options.forgottenUntilMs ?? Number.NEGATIVE_INFINITY;
  return {
    size: () => kept.size,
    remember: async ({ accessKeyId, nonce, signedAtMs, keepForMs }) => {
      const digest = await nonceDigest(accessKeyId, nonce);
      const nowMs = monotonicMs();
      forgottenUntilMs = Math.max(forgottenUntilMs, dropExpired(kept, nowMs));
      if (kept.has(digest)) return 'used';
      if (signedAtMs <= forgottenUntilMs) return 'forgotten';
      if (kept.size >= maxEntries) return 'full';
      kept.set(digest, { signedAtMs, keepUntilMs: nowMs + keepForMs });
      await record?.({ digest, signedAtMs }, forgottenUntilMs);
      return 'new';
    },
  };
}

/**
 * 96 bits: a collision among a million entries has a probability below 1e-17. The key's length is hashed too, so different pairs never give
 * the same text.
 */
async function nonceDigest(accessKeyId: string, nonce: string): Promise<string> {
  return (await sha256Hex(`${accessKeyId.length}:${accessKeyId}${nonce}`)).slice(0, 24);
}

/**
 * Drops expired entries. A map keeps insertion order and all entries live equally long, so expired ones come first.
 * @returns the latest date among the dropped ones.
 */
function dropExpired(kept: Map<string, Kept>, nowMs: number): number {
  let latestMs = Number.NEGATIVE_INFINITY;
  for (const [digest, { signedAtMs, keepUntilMs }] of kept) {
    if (keepUntilMs > nowMs) return latestMs;
    kept.delete(digest);
    latestMs = Math.max(latestMs, signedAtMs);
  }
  return latestMs;
}
