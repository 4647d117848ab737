import { descriptorWords } from '../features/brief-pattern.ts';
import { hammingNeighbours } from './hamming-neighbours.ts';

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
 * @param a, b  descriptors of eight words each.
 * @source Lowe, Distinctive image features from scale-invariant keypoints (2004), section 7.1.
 */
export function matchDescriptors(a: Uint32Array, b: Uint32Array): Matches {
  const { ofA, ofB } = hammingNeighbours(a, b);
  const first: number[] = [];
  const second: number[] = [];
  const distinct: number[] = [];
  ofA.best.forEach((j, i) => {
    if (j < 0 || ofB.best[j] !== i) return;
    const distance = ofA.bestDistance[i] as number;
    if (distance > farthest) return;
    if (distance < ratio * (ofA.secondDistance[i] as number)) distinct.push(first.length);
    first.push(i);
    second.push(j);
  });
  return { first: Int32Array.from(first), second: Int32Array.from(second), distinct: Int32Array.from(distinct) };
}

/** Descriptors of the mirrored picture: the pattern's halves are mirror images, so the words swap halves. */
export function mirrorDescriptors(descriptors: Uint32Array): Uint32Array {
  const mirrored = new Uint32Array(descriptors.length);
  const half = descriptorWords / 2;
  for (let at = 0; at < descriptors.length; at += descriptorWords) {
    mirrored.set(descriptors.subarray(at + half, at + descriptorWords), at);
    mirrored.set(descriptors.subarray(at, at + half), at + half);
  }
  return mirrored;
}
