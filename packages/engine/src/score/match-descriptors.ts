import { nearestPairs } from './hamming-matcher.ts';

/** Index pairs of points that are each other's best match: `first` and `second` have the same length. */
export interface Matches {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** Which of the pairs, rising, are also much nearer than the first point's second best match. */
  readonly distinct: Int32Array;
}

/** Lowe's ratio: a distinct match is this much nearer than the second best. */
const ratio = 0.85;
/** Beyond this Hamming distance of 256 a match is as likely chance as not. */
const farthest = 80;

/**
 * Mutual nearest neighbours in Hamming distance; those that pass Lowe's ratio test from the first set's side are
 * distinct. Repeated texture fails that test although its points do correspond: distinct pairs find a transform, all
 * pairs verify it.
 * @param a, b      descriptors of eight words each.
 * @param mirrored  takes those of the first set's mirrored picture: the pattern's halves are mirror images.
 * @source Lowe, Distinctive image features from scale-invariant keypoints (2004), section 7.1.
 */
export function matchDescriptors(a: Uint32Array, b: Uint32Array, mirrored: boolean): Matches {
  const pairs = nearestPairs(a, b, { swapHalves: mirrored, farthest });
  const count = pairs.length / 4;
  const [first, second, distinct] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  let distinctCount = 0;
  for (let index = 0, at = 0; index < count; index += 1, at += 4) {
    first[index] = pairs[at] as number;
    second[index] = pairs[at + 1] as number;
    if ((pairs[at + 2] as number) >= ratio * (pairs[at + 3] as number)) continue;
    distinct[distinctCount] = index;
    distinctCount += 1;
  }
  return { first, second, distinct: distinct.slice(0, distinctCount) };
}
