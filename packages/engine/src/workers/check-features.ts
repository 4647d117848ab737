import type { FeatureSet } from '../features/feature-set.ts';

/**
 * Looks for what no picture can cause: values that are not finite, embeddings of length zero.
 * @returns the name of the first such feature, or `undefined`.
 */
export function invalidFeature({ embeddings, lab }: FeatureSet): string | undefined {
  const vectors: readonly (readonly [string, Float32Array])[] = [...Object.entries(embeddings), ['lab', lab]];
  return vectors.find(([, vector]) => !hasLength(vector))?.[0];
}

function hasLength(vector: Float32Array): boolean {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Number.isFinite(sum) && sum > 0;
}
