/** Milliseconds on a monotonic clock with an arbitrary start, for deadlines and durations, which a change of the system clock must not affect. */
export function monotonicMs(): number {
  return performance.now();
}
