/** Measured time of a comparison in a worker. */
export interface TaskCost {
  readonly observe: (tookMs: number) => void;
  readonly meanMs: () => number;
}

/** What two pictures of a megapixel take on an ordinary core: assumed until some have been measured. */
const typicalMs = 120;

/** Weight of the newest comparison in the mean: about the last thirty count. */
const newest = 1 / 30;

/** Smallest time, so that the capacity stays finite. */
const leastMs = 0.1;

/** Measures an exponential mean over the actual comparisons, on this machine and with its callers' pictures. */
export function createTaskCost(): TaskCost {
  let meanMs = typicalMs;
  let seen = 0;
  return {
    observe: (tookMs) => {
      seen += 1;
      // The first comparisons replace the assumption as fast as a plain mean would.
      const weight = Math.max(newest, 1 / (seen + 1));
      meanMs += (Math.max(leastMs, tookMs) - meanMs) * weight;
    },
    meanMs: () => meanMs,
  };
}
