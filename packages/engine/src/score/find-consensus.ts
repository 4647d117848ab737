import { leastSquares, throughTwo, type Linear, type PointPairs } from './point-pairs.ts';

export interface Consensus {
  /** The least-squares fit over the inliers. */
  readonly transform: Linear;
  /** Indices, rising, of the largest set of pairs found that one transform brings together; at least three. */
  readonly inliers: Int32Array;
}

const toleranceSquared = 8 * 8;
const iterations = 600;
/** Re-selection settles in two to five rounds; the bound is for pairs on which it swings to and fro. */
const refinements = 10;

/** The same draws for the same number of pairs: the result is a function of the pairs alone. */
function indexGenerator(count: number): () => number {
  let state = 12_345;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % count;
  };
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

function areEqual(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((index, at) => index === b[at]);
}

/**
 * Fits by least squares and selects again until the selection settles. Of all selections on the way the largest counts,
 * of equally large ones the last: a fit between two hypotheses must not lose what one of them had.
 */
function optimise(pairs: PointPairs, hypothesis: Linear): Consensus | undefined {
  let inliers = inliersOf(pairs, hypothesis);
  let best: Consensus | undefined;
  for (let round = 0; round < refinements; round += 1) {
    const transform = leastSquares(pairs, inliers);
    if (transform === undefined) break;
    if (best === undefined || inliers.length >= best.inliers.length) best = { transform, inliers };
    const next = inliersOf(pairs, transform);
    if (areEqual(next, inliers)) break;
    inliers = next;
  }
  return best;
}

/**
 * The similarity transform on which most pairs agree: hypotheses through two pairs, and each that beats all before it
 * optimised by least squares.
 * @returns undefined when no three pairs agree.
 * @source Fischler and Bolles, Random sample consensus (1981); Chum, Matas and Kittler, Locally optimized RANSAC (2003),
 *   with their simple iterative optimisation at one tolerance. Draws are seeded, so equal pairs give equal results.
 */
export function findConsensus(pairs: PointPairs): Consensus | undefined {
  const count = pairs.x1.length;
  if (count < 3) return undefined;
  const next = indexGenerator(count);
  let best: Consensus | undefined;
  let mostByTwo = 2;
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const hypothesis = throughTwo(pairs, next(), next());
    if (hypothesis === undefined) continue;
    const agreeing = countInliers(pairs, hypothesis);
    if (agreeing <= mostByTwo) continue;
    mostByTwo = agreeing;
    const optimised = optimise(pairs, hypothesis);
    if (optimised !== undefined && optimised.inliers.length > (best?.inliers.length ?? 2)) best = optimised;
  }
  return best;
}
