/** A rate limit: tokens come back steadily, each call takes one. */
export interface TokenBucket {
  /** Takes a token. @returns 0 when there was one, else the milliseconds until there is. */
  readonly take: (nowMs: number) => number;
}

/** @param burst  tokens at the start and at most; at least 1. */
export function createTokenBucket(tokensPerSecond: number, burst: number): TokenBucket {
  let tokens = burst;
  let updatedAtMs: number | undefined;
  return {
    take: (nowMs) => {
      const elapsedMs = Math.max(0, nowMs - (updatedAtMs ?? nowMs));
      tokens = Math.min(burst, tokens + (elapsedMs * tokensPerSecond) / 1000);
      updatedAtMs = nowMs;
      if (tokens >= 1) {
        tokens -= 1;
        return 0;
      }
      return tokensPerSecond > 0 ? ((1 - tokens) * 1000) / tokensPerSecond : Number.MAX_SAFE_INTEGER;
    },
  };
}
