/** Estimate of when a place becomes free. */
export interface Outlook {
  /** Milliseconds until the next place is free. */
  readonly waitMs: number;
  /** Milliseconds from one free place to the next. */
  readonly stepMs: number;
}

/** Computes when refused callers should retry. */
export interface RetryDelay {
  /** @param who  whoever shares the places: callers of one account do not lengthen another's. */
  readonly next: (who: string, outlook: Outlook, nowMs: number) => number;
}

interface Promised {
  /** How far the places given out reach. */
  reachMs: number;
  updatedAtMs: number;
}

const shortestMs = 50;
/** Promises reach no further: whoever is not there by then was turned away for good, or asks again. */
const longestMs = 30_000;

/**
 * Spreads refused callers over the time in which there will be room for them. Everyone refused is promised a place of its own behind those that
 * were promised before, so the delay grows with the crowd; when exactly is drawn at random around that place, so that
 * callers refused in one moment do not come back in one moment.
 * @param random  0 (inclusive) to 1 (exclusive); injected by tests.
 */
export function createRetryDelay(random: () => number = Math.random): RetryDelay {
  const promised = new Map<string, Promised>();
  return {
    next: (who, { waitMs, stepMs }, nowMs) => {
      const before = promised.get(who) ?? { reachMs: 0, updatedAtMs: nowMs };
      const left = Math.max(0, before.reachMs - Math.max(0, nowMs - before.updatedAtMs));
      const reachMs = Math.min(longestMs, left + stepMs);
      promised.set(who, { reachMs, updatedAtMs: nowMs });
      const delayMs = waitMs + left * (0.5 + random()) + stepMs * random();
      return Math.ceil(Math.max(shortestMs * (1 + random()), delayMs));
    },
  };
}
