import type { FeatureSet } from '../features/feature-set.ts';

function compareArrays(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let at = 0; at < a.length; at += 1) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * A total order of feature sets by their content. A comparison that always starts from the same one of the two is
 * symmetric to the bit, whatever steps it takes. 0 only when both have the same embeddings, colours and keypoints.
 */
export function canonicalOrder(a: FeatureSet, b: FeatureSet): number {
  return (
    compareArrays(a.embeddings.block16, b.embeddings.block16) ||
    compareArrays(a.embeddings.block6, b.embeddings.block6) ||
    compareArrays(a.lab, b.lab) ||
    compareArrays(a.local.descriptors, b.local.descriptors) ||
    compareArrays(a.local.x, b.local.x) ||
    compareArrays(a.local.y, b.local.y)
  );
}
