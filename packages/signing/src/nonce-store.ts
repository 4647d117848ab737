import { sha256Hex } from './digest.ts';

/** A nonce to be remembered. */
export interface NonceUse {
  readonly accessKeyId: string;
  readonly nonce: string;
  /** When the request says it was signed, milliseconds since 1970. */
  readonly signedAtMs: number;
  /** For how long to remember it: at least as long as its date can stay acceptable. */
  readonly keepForMs: number;
}

/**
 * `new`: remembered now. `used`: known already. `full`: no room, nothing remembered. `forgotten`: signed so long ago that the store no longer
 * knows whether it was used. All but `new` must be refused.
 */
export type NonceVerdict = 'new' | 'used' | 'full' | 'forgotten';

/**
 * Where verified nonces are remembered. Several processes behind one address need a shared one; a shared store does `remember` in one atomic step with an
 * expiry (`SET key 1 NX PX keepForMs`). A store that fails rejects, and the request is refused.
 */
export interface NonceStore {
  /** Checks and remembers in one step, so that two simultaneous copies of a request cannot both be new. */
  readonly remember: (use: NonceUse) => Promise<NonceVerdict>;
  /** Nonces held at present. */
  readonly size: () => number;
}

/** A nonce as it is kept: a digest, so that a nonce of any length takes the same room. */
export interface NonceEntry {
  /** 24 hex digits of key and nonce together. */
  readonly digest: string;
  readonly signedAtMs: number;
}

/** Bounds of the in-memory store, and what outlives it. */
export interface NonceStoreOptions {
  /** Default 500 000: about 50 MB, 277 requests a second with the default window. */
  readonly maxEntries?: number | undefined;
  /** What an earlier process remembered. */
  readonly known?: Iterable<NonceEntry> | undefined;
  /** Requests signed then or before are refused: nothing is known of what came before. Milliseconds since 1970. */
  readonly forgottenUntilMs?: number | undefined;
  /** Makes an entry outlive the process; a request counts as new only once this has resolved. */
  readonly record?: ((entry: NonceEntry, forgottenUntilMs: number) => Promise<void>) | undefined;
  /** A clock that only runs forward, in milliseconds; `performance.now` by default. */
  readonly monotonicMs?: (() => number) | undefined;
}

interface Kept {
  readonly signedAtMs: number;
  /** On the monotonic clock. */
  readonly keepUntilMs: number;
}

/** How long what an earlier process remembered is kept: as long as with the default window. */
const knownKeptMs = 31 * 60_000;

/**
 * A nonce store in memory, bounded.
 *
 * Entries leave when their time is over on a clock that nobody sets, oldest first. What has left is not known any more; requests with its date or an older one are
 * refused from then on, so that setting the machine's clock back does not make an old request good again.
 * When the store is full of live entries it **fails closed**: the answer is `full` and the request is refused. Dropping the
 * oldest entry instead would let whoever can sign many requests make room for replaying one.
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

/** 96 bits: a collision among a million entries has a probability below 1e-17. The key's length is part, so pairs cannot run together. */
async function nonceDigest(accessKeyId: string, nonce: string): Promise<string> {
  return (await sha256Hex(`${accessKeyId.length}:${accessKeyId}${nonce}`)).slice(0, 24);
}

/**
 * A map keeps insertion order and entries live equally long, so the expired ones are at its head.
 * @returns the latest date among those that were dropped.
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
