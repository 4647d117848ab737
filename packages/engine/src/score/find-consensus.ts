import { leastSquares, throughTwo } from './point-pairs.ts';
import type { Linear, PointPairs } from './point-pairs.ts';

export interface Consensus {
  /** The least-squares fit over the inliers. */
  readonly transform: Linear;
  /** Indices, rising, of the largest set of pairs found that one transform brings together; at least three. */
  readonly inliers: Int32Array;
}

const toleranceSquared = 8 * 8;
/** How far a pair's own turn and scale may be off: orientations are noisy, levels of the pyramid a factor 1.35 apart. */
const leastTurnCosine = Math.cos(0.5);
const logScaleTolerance = 0.5;
const leastInliers = 3;
const draws = 600;
/** Up to so many distinct pairs, every two of them are tried; beyond, as many as are drawn. */
const exhaustiveLimit = 60;
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

/** A transform, and what tells at once whether a pair's own turn and scale fit it. */
interface Candidate extends Linear {
  readonly cosine: number;
  readonly sine: number;
  readonly logScale: number;
}

function candidateOf(transform: Linear): Candidate {
  const scale = Math.hypot(transform.a, transform.b);
  return { ...transform, cosine: transform.a / scale, sine: transform.b / scale, logScale: Math.log(scale) };
}

/** Whether the keypoints of pair `i` are themselves turned and scaled as the transform says. */
function isOriented(pairs: PointPairs, i: number, { cosine, sine, logScale }: Candidate): boolean {
  const alike = cosine * (pairs.turnCosine[i] as number) + sine * (pairs.turnSine[i] as number);
  return alike >= leastTurnCosine && Math.abs((pairs.logScale[i] as number) - logScale) <= logScaleTolerance;
}

/** More than by rounding a square root may differ from `hypot`. */
const roundingSlack = 1e-9;

/** False only where pair `i` is turned otherwise for certain: told without the costly parts of a candidate. */
function mayBeOriented(pairs: PointPairs, i: number, { a, b }: Linear): boolean {
  const along = a * (pairs.turnCosine[i] as number) + b * (pairs.turnSine[i] as number);
  return along >= (leastTurnCosine - roundingSlack) * Math.sqrt(a * a + b * b);
}

/** Whether pair `i` lies within the tolerance in both pictures: seen from the smaller side, errors shrink with the scale. */
function agrees(pairs: PointPairs, i: number, candidate: Candidate): boolean {
  if (!isOriented(pairs, i, candidate)) return false;
  const { a, b, tx, ty } = candidate;
  const x = pairs.x1[i] as number;
  const y = pairs.y1[i] as number;
  const dx = a * x - b * y + tx - (pairs.x2[i] as number);
  const dy = b * x + a * y + ty - (pairs.y2[i] as number);
  const error = dx * dx + dy * dy;
  const square = a * a + b * b;
  return error <= toleranceSquared && error <= toleranceSquared * square;
}

function inliersOf(pairs: PointPairs, candidate: Candidate): Int32Array {
  const indices: number[] = [];
  for (let i = 0; i < pairs.x1.length; i += 1) if (agrees(pairs, i, candidate)) indices.push(i);
  return Int32Array.from(indices);
}

/** How many pairs agree; counting ends where the rest cannot bring them above `most`, with a number no larger than that. */
function countAbove(most: number, pairs: PointPairs, candidate: Candidate): number {
  let spare = pairs.x1.length - most;
  for (let i = 0; spare > 0 && i < pairs.x1.length; i += 1) if (!agrees(pairs, i, candidate)) spare -= 1;
  return most + spare;
}

function areEqual(a: Int32Array, b: Int32Array): boolean {
  return a.length === b.length && a.every((index, at) => index === b[at]);
}

/**
 * Fits by least squares and selects again until the selection settles. Of all selections on the way the largest counts,
 * of equally large ones the last: a fit between two candidates must not lose what one of them had.
 */
function optimise(pairs: PointPairs, candidate: Candidate): Consensus | undefined {
  let inliers = inliersOf(pairs, candidate);
  let best: Consensus | undefined;
  for (let round = 0; round < refinements; round += 1) {
    const transform = leastSquares(pairs, inliers);
    if (transform === undefined) break;
    if (best === undefined || inliers.length >= best.inliers.length) best = { transform, inliers };
    const next = inliersOf(pairs, candidateOf(transform));
    if (areEqual(next, inliers)) break;
    inliers = next;
  }
  return best;
}

/** Candidates through two distinct pairs whose own turn and scale fit it: all of them where they are few. */
function* candidates(pairs: PointPairs, distinct: Int32Array): Generator<Candidate> {
  for (const [i, j] of couples(distinct)) {
    const transform = throughTwo(pairs, i, j);
    if (transform === undefined || !mayBeOriented(pairs, i, transform) || !mayBeOriented(pairs, j, transform)) continue;
    const candidate = candidateOf(transform);
    if (isOriented(pairs, i, candidate) && isOriented(pairs, j, candidate)) yield candidate;
  }
}

function* couples(distinct: Int32Array): Generator<readonly [number, number]> {
  const count = distinct.length;
  if (count > exhaustiveLimit) {
    const next = indexGenerator(count);
    for (let draw = 0; draw < draws; draw += 1) yield [distinct[next()] as number, distinct[next()] as number];
    return;
  }
  for (let first = 0; first < count; first += 1) {
    for (let second = first + 1; second < count; second += 1)
      yield [distinct[first] as number, distinct[second] as number];
  }
}

/**
 * The similarity transform on which most pairs agree, in position and in the keypoints' own turn and scale: candidates
 * through two distinct pairs, verified by all, and each that beats all before it optimised by least squares.
 * @param distinct  indices of the pairs that may propose a transform.
 * @returns undefined when no three pairs agree.
 * @source Fischler and Bolles, Random sample consensus (1981); Chum, Matas and Kittler, Locally optimized RANSAC (2003),
 *   with their simple iterative optimisation at one tolerance; the check of orientation and scale as in Jégou, Douze and
 *   Schmid, Hamming embedding and weak geometric consistency (2008). Draws are seeded, so equal pairs give equal results.
 */
export function findConsensus(pairs: PointPairs, distinct: Int32Array): Consensus | undefined {
  let best: Consensus | undefined;
  let mostByTwo = leastInliers - 1;
  for (const candidate of candidates(pairs, distinct)) {
    const agreeing = countAbove(mostByTwo, pairs, candidate);
    if (agreeing <= mostByTwo) continue;
    mostByTwo = agreeing;
    const optimised = optimise(pairs, candidate);
    if (optimised !== undefined && optimised.inliers.length > (best?.inliers.length ?? leastInliers - 1))
      best = optimised;
    if (mostByTwo === pairs.x1.length) break;
  }
  return best;
}
