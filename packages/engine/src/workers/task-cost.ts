/** How long one comparison has been taking one worker. */
export interface TaskCost {
  readonly observe: (tookMs: number) => void;
  readonly meanMs: () => number;
}

/** What two pictures of a megapixel take on an ordinary core: assumed until some have been measured. */
const typicalMs = 120;

/** Weight of the newest comparison in the mean: about the last thirty count. */
const newest = 1 / 30;

/** A comparison that takes no time would make the capacity infinite. */
const leastMs = 0.1;

/** Measures by an exponential mean over the comparisons that are done anyway: what this machine really does, with the pictures it really gets. */
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
