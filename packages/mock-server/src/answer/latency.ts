import type { Random } from './random.ts';

/** Distribution of latencies, in milliseconds. */
export type Latency =
  | number
  | { readonly distribution: 'uniform'; readonly minMs: number; readonly maxMs: number }
  | { readonly distribution: 'normal'; readonly meanMs: number; readonly standardDeviationMs: number }
  /** As in real services: half of the answers below the median, 1 % above `p99Ms`. */
  | { readonly distribution: 'log-normal'; readonly medianMs: number; readonly p99Ms: number }
  | { readonly distribution: 'exponential'; readonly meanMs: number };

/** 99th percentile of the standard normal distribution. */
const z99 = 2.326_347_874;

/** Draws one latency; never negative. Consumes the same number of random numbers for every distribution. */
export function drawLatencyMs(latency: Latency, random: Random): number {
  const [first, second] = [random(), random()];
  if (typeof latency === 'number') return Math.max(0, latency);
  switch (latency.distribution) {
    case 'uniform':
      return latency.minMs + first * (latency.maxMs - latency.minMs);
    case 'normal':
      return Math.max(0, latency.meanMs + latency.standardDeviationMs * standardNormal(first, second));
    case 'log-normal': {
      const sigma = Math.log(latency.p99Ms / latency.medianMs) / z99;
      return latency.medianMs * Math.exp(sigma * standardNormal(first, second));
    }
    case 'exponential':
      return -latency.meanMs * Math.log(1 - first);
  }
}

/** Box and Muller's transform of two uniform numbers. */
function standardNormal(first: number, second: number): number {
  return Math.sqrt(-2 * Math.log(1 - first)) * Math.cos(2 * Math.PI * second);
}
