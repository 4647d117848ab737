import type { Retry } from '@semblance/spec/error-policy';

/** How often and how patiently a request is sent again. */
export interface RetryPolicy {
  /**
   * Attempts in all, the first included; 1 switches retries off. Refusals that only say "later" (flow control) do not count: they are
   * waited out until the call's time is over.
   */
  readonly maxAttempts: number;
  /** Longest jitter before the second attempt; it doubles with every further one. */
  readonly baseDelayMs: number;
  /** Bound of that growth. */
  readonly maxDelayMs: number;
}

/** A policy of which anything may be left out. */
export type RetryOptions = { readonly [Name in keyof RetryPolicy]?: RetryPolicy[Name] | undefined };

/** What decides about another attempt. */
export interface RetryQuestion {
  readonly guidance: Retry;
  readonly retryAfterMs: number | undefined;
  /** Whether the server only has too much to do: such attempts are not counted. */
  readonly isLater: boolean;
  /** Attempts made so far, 1 or more. */
  readonly attempts: number;
  /** Attempts so far that failed for another reason than the server's load. */
  readonly failures: number;
  /** Whether an earlier attempt of this call has used up a retry that is granted once. */
  readonly usedOnce: boolean;
  /** Milliseconds the call may still take. */
  readonly remainingMs: number;
  /** 0 up to, but not including, 1. */
  readonly random: number;
}

/**
 * The wait before the next attempt: what the server asked for, and full jitter above it. The jitter grows exponentially, from the server's
 * own time if that is longer, so that callers who were refused together do not come back together; it ends before the call's time does.
 * @returns milliseconds, or `undefined` when there must be no further attempt.
 * @source "Exponential Backoff And Jitter", AWS Architecture Blog, 2015: `random(0, min(cap, base · 2ⁿ))`.
 */
export function retryDelayMs(question: RetryQuestion, policy: RetryPolicy): number | undefined {
  const { attempts, failures, isLater, remainingMs, random, retryAfterMs = 0 } = question;
  const isUsedUp = policy.maxAttempts <= 1 || (!isLater && failures >= policy.maxAttempts);
  const spareMs = remainingMs - retryAfterMs;
  if (isUsedUp || spareMs < Math.min(policy.baseDelayMs, policy.maxDelayMs) || !isAllowed(question)) return undefined;
  const growing = Math.max(policy.baseDelayMs, retryAfterMs) * 2 ** (attempts - 1);
  return retryAfterMs + random * Math.min(policy.maxDelayMs, growing, spareMs);
}

function isAllowed({ guidance, retryAfterMs, usedOnce }: RetryQuestion): boolean {
  switch (guidance) {
    case 'backoff':
      return true;
    case 'once':
      return !usedOnce;
    case 'retry-after':
      return retryAfterMs !== undefined;
    case 'clock':
    case 'never':
      return false;
  }
}
