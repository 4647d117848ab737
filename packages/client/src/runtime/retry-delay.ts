import type { Retry } from '@semblance/spec/error-policy';

/** Number of attempts and the waits between them. */
export interface RetryPolicy {
  /**
   * All attempts, the first included; 1 disables retries. Refusals for load (flow control) do not count: they are retried until the call's
   * time is over.
   */
  readonly maxAttempts: number;
  /** Longest jitter before the second attempt; doubles with every further one. */
  readonly baseDelayMs: number;
  /** Upper limit of that growth. */
  readonly maxDelayMs: number;
}

/** A policy with optional fields. */
export type RetryOptions = { readonly [Name in keyof RetryPolicy]?: RetryPolicy[Name] | undefined };

/** Input of `retryDelayMs`. */
export interface RetryQuestion {
  readonly guidance: Retry;
  readonly retryAfterMs: number | undefined;
  /** Whether the server refused only because of its load; such attempts are not counted. */
  readonly isLater: boolean;
  /** Attempts made so far, 1 or more. */
  readonly attempts: number;
  /** Attempts so far that failed for other reasons than the server's load. */
  readonly failures: number;
  /** Whether an earlier attempt of this call has used up a retry that is granted once. */
  readonly usedOnce: boolean;
  /** Milliseconds the call may still take. */
  readonly remainingMs: number;
  /** 0 up to, but not including, 1. */
  readonly random: number;
}

/**
 * The wait before the next attempt: the time the server asked for plus full jitter. The jitter grows exponentially, starting from the
 * server's time if that is longer, so that callers refused together do not return together; it ends before the call's time does.
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
