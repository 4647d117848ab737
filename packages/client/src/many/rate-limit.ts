import { pause } from '../timed-scope.ts';

/**
 * Spaces starts evenly. A pause is not made up for, so a server never sees a burst.
 * @param startsPerSecond  above 0; `undefined` means no limit.
 * @returns   waits until the next start is due, or rejects with the signal's reason.
 */
export function createRateLimit(startsPerSecond: number | undefined): (signal: AbortSignal) => Promise<void> {
  if (startsPerSecond === undefined) return async () => {};
  const intervalMs = 1000 / startsPerSecond;
  let nextStartMs = Number.NEGATIVE_INFINITY;
  return async (signal) => {
    const nowMs = performance.now();
    const startMs = Math.max(nowMs, nextStartMs);
    nextStartMs = startMs + intervalMs;
    if (startMs > nowMs) await pause(startMs - nowMs, signal);
  };
}
