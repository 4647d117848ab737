import type { AnalysedPicture } from '../compare/analyser.ts';
import type { FeatureSet } from '../features/feature-set.ts';

/**
 * Finds invalid feature values: values that are not finite, embeddings of length zero.
 * @returns the name of the first such feature, or `undefined`.
 */
export function invalidFeature({ views }: AnalysedPicture): string | undefined {
  const vectors = views.flatMap(({ features }) =>
    'embedding' in features
      ? [['embedding', features.embedding] as const, ...vectorsOf(features.builtIn)]
      : vectorsOf(features),
  );
  return vectors.find(([, vector]) => !hasLength(vector))?.[0];
}

function vectorsOf({ embeddings, lab }: FeatureSet): (readonly [string, Float32Array])[] {
  return [...Object.entries(embeddings), ['lab', lab]];
}

function hasLength(vector: Float32Array): boolean {
  let sum = 0;
  for (const value of vector) sum += value * value;
  return Number.isFinite(sum) && sum > 0;
}
