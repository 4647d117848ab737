/** Maps (x, y) to (a·x − b·y + tx, b·x + a·y + ty), after mirroring x to −x when `mirrored`. */
export interface SimilarityTransform {
  readonly a: number;
  readonly b: number;
  readonly tx: number;
  readonly ty: number;
  readonly mirrored: boolean;
}

export type Point = readonly [x: number, y: number];

/** Where the transform takes a point. */
export function applyTransform({ a, b, tx, ty, mirrored }: SimilarityTransform, [x, y]: Point): Point {
  const across = mirrored ? -x : x;
  return [a * across - b * y + tx, b * across + a * y + ty];
}

/** Where a point comes from under the transform. */
export function invertTransform({ a, b, tx, ty, mirrored }: SimilarityTransform, [x, y]: Point): Point {
  const square = a * a + b * b;
  const across = (a * (x - tx) + b * (y - ty)) / square;
  const down = (a * (y - ty) - b * (x - tx)) / square;
  return [mirrored ? -across : across, down];
}

/** Matched positions: point `i` of one picture at (x1[i], y1[i]), of the other at (x2[i], y2[i]). */
export interface PointPairs {
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  readonly x2: Float64Array;
  readonly y2: Float64Array;
}

export interface Consensus {
  /** Without mirroring: mirrored points come in mirrored. */
  readonly transform: Omit<SimilarityTransform, 'mirrored'>;
  /** Indices of the pairs that the transform brings together. */
  readonly inliers: Int32Array;
}

type Linear = Omit<SimilarityTransform, 'mirrored'>;

const toleranceSquared = 8 * 8;
const iterations = 600;
/** Enlargements beyond this are not believed: the finest level of one picture cannot match the coarsest of the other. */
const scaleLimit = 8;
const leastSpread = 12;

/** The same draws for the same number of pairs: the result is a function of the pairs alone. */
function indexGenerator(count: number): () => number {
  let state = 12_345;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % count;
  };
}

function throughTwo(pairs: PointPairs, i: number, j: number): Linear | undefined {
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

/** Whether pair `i` lies within the tolerance in both pictures: seen from the smaller side, errors shrink with the scale. */
function agrees(pairs: PointPairs, i: number, transform: Linear): boolean {
  const { a, b, tx, ty } = transform;
  const x = pairs.x1[i] as number;
  const y = pairs.y1[i] as number;
  const dx = a * x - b * y + tx - (pairs.x2[i] as number);
  const dy = b * x + a * y + ty - (pairs.y2[i] as number);
  const error = dx * dx + dy * dy;
  const square = a * a + b * b;
  return error <= toleranceSquared && error <= toleranceSquared * square;
}

function inliersOf(pairs: PointPairs, transform: Linear): Int32Array {
  const indices: number[] = [];
  for (let i = 0; i < pairs.x1.length; i += 1) if (agrees(pairs, i, transform)) indices.push(i);
  return Int32Array.from(indices);
}

function countInliers(pairs: PointPairs, transform: Linear): number {
  let count = 0;
  for (let i = 0; i < pairs.x1.length; i += 1) if (agrees(pairs, i, transform)) count += 1;
  return count;
}

/** Least-squares similarity through the chosen pairs. @source Umeyama (1991), equations 40–42, in two dimensions. */
function fit(pairs: PointPairs, chosen: Int32Array): Linear | undefined {
  const mean = [0, 0, 0, 0];
  for (const i of chosen) {
    mean[0] = (mean[0] as number) + (pairs.x1[i] as number) / chosen.length;
    mean[1] = (mean[1] as number) + (pairs.y1[i] as number) / chosen.length;
    mean[2] = (mean[2] as number) + (pairs.x2[i] as number) / chosen.length;
    mean[3] = (mean[3] as number) + (pairs.y2[i] as number) / chosen.length;
  }
  const [mx1, my1, mx2, my2] = mean as [number, number, number, number];
  let square = 0;
  let along = 0;
  let across = 0;
  for (const i of chosen) {
    const ux = (pairs.x1[i] as number) - mx1;
    const uy = (pairs.y1[i] as number) - my1;
    const vx = (pairs.x2[i] as number) - mx2;
    const vy = (pairs.y2[i] as number) - my2;
    square += ux * ux + uy * uy;
    along += ux * vx + uy * vy;
    across += ux * vy - uy * vx;
  }
  if (square === 0) return undefined;
  const a = along / square;
  const b = across / square;
  return { a, b, tx: mx2 - a * mx1 + b * my1, ty: my2 - b * mx1 - a * my1 };
}

function bestHypothesis(pairs: PointPairs): Linear | undefined {
  const count = pairs.x1.length;
  const next = indexGenerator(count);
  let best: Linear | undefined;
  let bestCount = 2;
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const candidate = throughTwo(pairs, next(), next());
    if (candidate === undefined) continue;
    const inliers = countInliers(pairs, candidate);
    if (inliers <= bestCount) continue;
    best = candidate;
    bestCount = inliers;
  }
  return best;
}

/**
 * The similarity transform on which most pairs agree, refined by least squares over its inliers.
 * @returns undefined when no three pairs agree.
 * @source Fischler and Bolles, RANSAC (1981); draws are seeded, so equal pairs give equal results.
 */
export function findConsensus(pairs: PointPairs): Consensus | undefined {
  if (pairs.x1.length < 3) return undefined;
  let transform = bestHypothesis(pairs);
  if (transform === undefined) return undefined;
  let inliers = inliersOf(pairs, transform);
  for (let round = 0; round < 3; round += 1) {
    const refined = fit(pairs, inliers);
    const next = refined === undefined ? inliers : inliersOf(pairs, refined);
    if (refined === undefined || next.length < inliers.length) break;
    transform = refined;
    inliers = next;
  }
  return { transform, inliers };
}
