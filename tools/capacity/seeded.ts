import { createRandom } from '../render/math/random.ts';

/** Uniform numbers in [0, 1), the same for the same seed. */
export function seeded(seed: number): () => number {
  return createRandom(seed).next;
}
