/**
 * Milliseconds on a clock that only runs forward and at an even pace, from an arbitrary start: for deadlines and durations. Whoever sets
 * the machine's clock, or a time service that corrects it, must not end requests or prolong them.
 */
export function monotonicMs(): number {
  return performance.now();
}
