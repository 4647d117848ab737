import type { SimilarityTransform } from './similarity-transform.ts';

/** Matched keypoints: point `i` of one picture at (x1[i], y1[i]), of the other at (x2[i], y2[i]). */
export interface PointPairs {
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  readonly x2: Float64Array;
  readonly y2: Float64Array;
  /** By how much the second keypoint's orientation is turned against the first's: cosine and sine. */
  readonly turnCosine: Float64Array;
  readonly turnSine: Float64Array;
  /** Natural logarithm of the second keypoint's scale over the first's. */
  readonly logScale: Float64Array;
}

/** A similarity transform that does not mirror: mirrored points come in mirrored. */
export type Linear = Omit<SimilarityTransform, 'mirrored'>;

/** Enlargements beyond this are not believed: the finest level of one picture cannot match the coarsest of the other. */
const scaleLimit = 8;
const leastSpread = 12;

/** The transform that takes pair `i` and pair `j` where they belong; undefined when they say too little about it. */
export function throughTwo(pairs: PointPairs, i: number, j: number): Linear | undefined {
  const { x1, y1, x2, y2 } = pairs;
  const ux = (x1[j] as number) - (x1[i] as number);
  const uy = (y1[j] as number) - (y1[i] as number);
  const vx = (x2[j] as number) - (x2[i] as number);
  const vy = (y2[j] as number) - (y2[i] as number);
  const square = ux * ux + uy * uy;
  const other = vx * vx + vy * vy;
  if (square < leastSpread * leastSpread || other < leastSpread * leastSpread) return undefined;
  if (other > square * scaleLimit * scaleLimit || square > other * scaleLimit * scaleLimit) return undefined;
  const a = (ux * vx + uy * vy) / square;
  const b = (ux * vy - uy * vx) / square;
  const x = x1[i] as number;
  const y = y1[i] as number;
  return { a, b, tx: (x2[i] as number) - a * x + b * y, ty: (y2[i] as number) - b * x - a * y };
}

function meanAt(values: Float64Array, chosen: Int32Array): number {
  let sum = 0;
  for (const i of chosen) sum += values[i] as number;
  return sum / chosen.length;
}

/**
 * Least-squares similarity through the chosen pairs; undefined when their points in the first picture are all one.
 * @source Umeyama, Least-squares estimation of transformation parameters between two point patterns (1991),
 *   equations 40–42, in two dimensions.
 */
export function leastSquares(pairs: PointPairs, chosen: Int32Array): Linear | undefined {
  const { x1, y1, x2, y2 } = pairs;
  const [mx1, my1] = [meanAt(x1, chosen), meanAt(y1, chosen)];
  const [mx2, my2] = [meanAt(x2, chosen), meanAt(y2, chosen)];
  let square = 0;
  let along = 0;
  let across = 0;
  for (const i of chosen) {
    const ux = (x1[i] as number) - mx1;
    const uy = (y1[i] as number) - my1;
    const vx = (x2[i] as number) - mx2;
    const vy = (y2[i] as number) - my2;
    square += ux * ux + uy * uy;
    along += ux * vx + uy * vy;
    across += ux * vy - uy * vx;
  }
  if (square === 0) return undefined;
  const a = along / square;
  const b = across / square;
  return { a, b, tx: mx2 - a * mx1 + b * my1, ty: my2 - b * mx1 - a * my1 };
}
