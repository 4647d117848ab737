import { createRandom } from '../render/math/random.ts';

/** Uniform numbers in [0, 1), the same for the same seed. */
export function seeded(seed: number): () => number {
  return createRandom(seed).next;
}

/** The value below which a share of numbers in rising order lies; NaN for none. */
export function quantile(rising: readonly number[], share: number): number {
  return rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? Number.NaN;
}
