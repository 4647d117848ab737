/** A rate limit: tokens are refilled steadily, each call takes one. */
export interface TokenBucket {
  /** Takes a token. @returns 0 if there was one, otherwise the milliseconds until the next. */
  readonly take: (nowMs: number) => number;
}

/** @param burst  initial and largest number of tokens, at least 1. */
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
