/** How long one picture has been taking one worker. */
export interface JobCost {
  readonly observe: (tookMs: number) => void;
  readonly meanMs: () => number;
}

/** What a picture of a megapixel takes on an ordinary core: assumed until some have been measured. */
const typicalMs = 60;

/** Weight of the newest picture in the mean: about the last thirty count. */
const newest = 1 / 30;

/** A job that takes no time would make the capacity infinite. */
const leastMs = 0.1;

/** Measures by an exponential mean over the pictures that are analysed anyway: what this machine really does, with the pictures it really gets. */
export function createJobCost(): JobCost {
  let meanMs = typicalMs;
  let seen = 0;
  return {
    observe: (tookMs) => {
      seen += 1;
      // The first pictures replace the assumption as fast as a plain mean would.
      const weight = Math.max(newest, 1 / (seen + 1));
      meanMs += (Math.max(leastMs, tookMs) - meanMs) * weight;
    },
    meanMs: () => meanMs,
  };
}
