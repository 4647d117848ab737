/** How much an instance serves. */
export interface FlowLimit {
  /** Tokens a second. */
  readonly queriesPerSecond: number;
  /** Tokens the bucket holds. */
  readonly burst: number;
}

/** One token, or how long until there is one. */
export type FlowVerdict = { readonly ok: true } | { readonly ok: false; readonly retryAfterMs: number };

/** Token buckets by instance. */
export interface FlowControl {
  readonly take: (instance: string, limit: FlowLimit, nowMs: number) => FlowVerdict;
}

interface Bucket {
  tokens: number;
  updatedAtMs: number;
}

/**
 * Flow control by token bucket, one an instance: `burst` calls at once, `queriesPerSecond` in the long run.
 * Buckets outlive a change of the configuration; there are as many as configured instances.
 */
export function createFlowControl(): FlowControl {
  const buckets = new Map<string, Bucket>();
  return {
    take: (instance, { queriesPerSecond, burst }, nowMs) => {
      const bucket = buckets.get(instance) ?? { tokens: burst, updatedAtMs: nowMs };
      const elapsedMs = Math.max(0, nowMs - bucket.updatedAtMs);
      const tokens = Math.min(burst, bucket.tokens + (elapsedMs / 1000) * queriesPerSecond);
      const granted = tokens >= 1;
      buckets.set(instance, { tokens: granted ? tokens - 1 : tokens, updatedAtMs: nowMs });
      if (granted) return { ok: true };
      return { ok: false, retryAfterMs: Math.ceil(((1 - tokens) / queriesPerSecond) * 1000) };
    },
  };
}
