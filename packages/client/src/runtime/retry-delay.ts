import type { Retry } from '@semblance/spec/error-policy';

/** How often and how patiently a request is sent again. */
export interface RetryPolicy {
  /** Attempts in all, the first included; 1 switches retries off. */
  readonly maxAttempts: number;
  /** Longest wait before the second attempt; it doubles with every further one. */
  readonly baseDelayMs: number;
  /** Bound of that growth. */
  readonly maxDelayMs: number;
}

/** What decides about another attempt. */
export interface RetryQuestion {
  readonly guidance: Retry;
  readonly retryAfterMs: number | undefined;
  /** Attempts made so far, 1 or more. */
  readonly attempts: number;
  /** Whether an earlier attempt of this call has used up a retry that is granted once. */
  readonly usedOnce: boolean;
  /** 0 up to, but not including, 1. */
  readonly random: number;
}

/**
 * The wait before the next attempt: exponential with full jitter, and never less than the server asked for.
 * @returns milliseconds, or `undefined` when there must be no further attempt.
 * @source "Exponential Backoff And Jitter", AWS Architecture Blog, 2015: `random(0, min(cap, base · 2ⁿ))`.
 */
export function retryDelayMs(question: RetryQuestion, policy: RetryPolicy): number | undefined {
  if (question.attempts >= policy.maxAttempts || !isAllowed(question)) return undefined;
  const bound = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (question.attempts - 1));
  return Math.max(question.random * bound, question.retryAfterMs ?? 0);
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
