import type { AnalysedPicture } from '../analysis/analyser.ts';

/**
 * Looks for what no picture can cause: values that are not finite, embeddings of length zero.
 * @returns the name of the first such feature, or `undefined`.
 */
export function invalidFeature(features: AnalysedPicture['features']): string | undefined {
  const vectors: readonly (readonly [string, Float32Array])[] =
    'embedding' in features
      ? [['embedding', features.embedding]]
      : [...Object.entries(features.embeddings), ['lab', features.lab]];
  return vectors.find(([, vector]) => !hasLength(vector))?.[0];
}

function hasLength(vector: Float32Array): boolean {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Number.isFinite(sum) && sum > 0;
}
