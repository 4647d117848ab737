import { inverseAffine, applyAffine } from './affine.ts';
import type { Affine } from './affine.ts';
import { bendOf } from './bend.ts';
import { compareCells, compareLaid, ratioFor } from './compare-laid.ts';
import type { LaidComparison } from './compare-laid.ts';
import type { Placement } from './placements.ts';
import type { DetailedPicture } from './level.ts';
import { quantile } from './quantile.ts';
import { refined } from './refine.ts';

/** Pixels of the comparison at which placements are tried and cells compared. */
export const basePixels = 90_000;

/** The placement that was chosen, compared at the resolution of its common part. */
export interface RegisteredPair {
  readonly comparison: LaidComparison;
  readonly placement: Placement;
  /** Pixels of the comparison, for the reference. */
  readonly pixels: number;
  /** Contrast of the other picture for one of the reference. */
  readonly gain: number;
}

type Pictures = readonly [DetailedPicture, DetailedPicture];

/** How far cells may shift: while choosing, once refined, at last. */
const choosingRadius = 4;
const refinedRadius = 3;
const lastRadius = 2;
const refinements = 2;
const worthwhile = 0.005;
const pointsBonus = 0.1;

function quality({ coverage, joint, least }: LaidComparison): number {
  return coverage * Math.max(0.01, joint) + 0.5 * least;
}

/** A placement compared once as it is, and once after the cells' shifts. */
interface Tried {
  readonly comparison: LaidComparison;
  readonly placement: Placement;
  readonly value: number;
}

/** Corners that move by less than this, in sides of the picture, leave a placement what it was. */
const sameCorner = 0.01;
/** Less than a quarter of a pixel of the comparison: nothing would be sampled elsewhere. */
const samePixel = 0.0008;
/** Less than a pixel and a half: what is chosen is refined in the end, so that need not be tried twice. */
const closePixel = 0.005;
/** A placement this good ends the search. */
const plainCoverage = 0.9;
const plainCorrelation = 0.8;
/** Turned and mirrored frames are tried only while less than this agrees. */
const littleCoverage = 0.5;

/** How far the farthest corner lies apart under two transforms, in sides of the second picture. */
function cornerDistance([first, second]: Pictures, one: Affine, other: Affine): number {
  const distances = [0, 1].flatMap((right) =>
    [0, 1].map((down) => {
      const corner = [right * first.width, down * first.height] as const;
      const [a, b] = [applyAffine(one, corner), applyAffine(other, corner)];
      return Math.hypot((a[0] - b[0]) / second.width, (a[1] - b[1]) / second.height);
    }),
  );
  return Math.max(...distances);
}

function tryPlacement(pictures: Pictures, placement: Placement): Tried {
  const options = { pictures, pixels: basePixels };
  const rough = compareLaid({ ...options, toSecond: placement.toSecond, radius: choosingRadius });
  const toSecond = refined(rough);
  const moved = cornerDistance(pictures, rough.toSecond, toSecond) > closePixel;
  const better = moved ? compareLaid({ ...options, toSecond, radius: refinedRadius }) : rough;
  const comparison = quality(better) > quality(rough) ? better : rough;
  return { comparison, placement, value: quality(comparison) + (placement.from === 'points' ? pointsBonus : 0) };
}

/** Tries placements in turn, until one is plainly right; those that another has led to already are left out. */
function choose(pictures: Pictures, placements: readonly Placement[]): Tried {
  let best: Tried | undefined;
  const seen: Affine[] = [];
  for (const placement of placements) {
    const { coverage = 0, joint = 0 } = best?.comparison ?? {};
    if (coverage >= plainCoverage && joint >= plainCorrelation) break;
    if (placement.isTurned && coverage >= littleCoverage) continue;
    if (seen.some((other) => cornerDistance(pictures, placement.toSecond, other) < sameCorner)) continue;
    const tried = tryPlacement(pictures, placement);
    seen.push(placement.toSecond, tried.comparison.toSecond);
    if (best === undefined || tried.value > best.value) best = tried;
  }
  if (best === undefined) throw new RangeError('a pair needs at least one placement');
  return best;
}

/** Refines while that helps. */
function settle(
  pictures: Pictures,
  start: LaidComparison,
  { pixels, rounds }: { pixels: number; rounds: number },
): LaidComparison {
  let current = start;
  for (let round = 0; round < rounds; round += 1) {
    const toSecond = refined(current);
    if (cornerDistance(pictures, toSecond, current.toSecond) < samePixel) break;
    const next = compareLaid({ pictures, toSecond, pixels, radius: lastRadius });
    const gained = next.joint - current.joint;
    if (next.isFirstReference !== current.isFirstReference || gained < -worthwhile) break;
    current = next;
    if (gained < worthwhile) break;
  }
  return current;
}

/** How much of the reference's longer side the common part spans, 0…1. */
function spanOf(pictures: Pictures, { isFirstReference, toSecond }: LaidComparison): number {
  const [reference, other] = isFirstReference ? pictures : [pictures[1], pictures[0]];
  const toReference: Affine = isFirstReference ? inverseAffine(toSecond) : toSecond;
  const corners = [0, 1].flatMap((right) =>
    [0, 1].map((down) => applyAffine(toReference, [right * other.width, down * other.height])),
  );
  const length = (axis: 0 | 1, side: number): number => {
    const places = corners.map((corner) => Math.max(0, Math.min(side, corner[axis])));
    return Math.max(...places) - Math.min(...places);
  };
  const longest = Math.max(length(0, reference.width), length(1, reference.height));
  return longest / Math.max(reference.width, reference.height);
}

/** Below this span the common part is looked at closer; below the least one nothing is left to look at. */
const wholeSpan = 0.75;
const leastSpan = 0.05;
const leastZoom = 1.2;

/** A common part that is small in its picture is compared at a higher resolution, as far as the picture has one. */
function closer(pictures: Pictures, comparison: LaidComparison): { comparison: LaidComparison; pixels: number } {
  const span = spanOf(pictures, comparison);
  const kept = { comparison, pixels: basePixels };
  if (span >= wholeSpan || span <= leastSpan) return kept;
  const reference = comparison.isFirstReference ? pictures[0] : pictures[1];
  const zoom = Math.min(1, ratioFor(reference, basePixels) / span) / ratioFor(reference, basePixels);
  if (zoom <= leastZoom) return kept;
  const pixels = basePixels * zoom * zoom;
  const first = compareLaid({ pictures, toSecond: comparison.toSecond, pixels, radius: choosingRadius });
  const settled = settle(pictures, first, { pixels, rounds: 2 });
  return settled.isFirstReference === comparison.isFirstReference ? { comparison: settled, pixels } : kept;
}

/** Where so much agrees, nothing is left to be bent; a bend has to gain so much at first, and so much from then on. */
const flatCoverage = 0.95;
const worthBending = 0.02;
const worthBendingMore = 0.005;
const bends = 4;

/**
 * Lets the cells follow a bent sheet, further from what agrees each time, while more of them agree then. It starts from
 * the cells as they are: a sheet in perspective lies too far off at its ends for them to be found without a bend.
 */
function bent(flat: LaidComparison): LaidComparison {
  if (flat.coverage >= flatCoverage) return flat;
  let best = flat;
  for (let round = 0; round < bends; round += 1) {
    const bend = bendOf(best);
    if (bend === undefined) break;
    const next = compareCells(flat, refinedRadius, { centres: bend, known: flat.cells });
    if (next.coverage <= best.coverage + (best === flat ? worthBending : worthBendingMore)) break;
    best = next;
  }
  return best;
}

/** How much contrast the other picture has for one of the reference, by the cells that agree. */
function gainOf({ cells, weights, otherWeights }: LaidComparison): number {
  const { joint, contrast, otherContrast } = cells;
  const ratios: number[] = [];
  for (let cell = 0; cell < joint.length; cell += 1) {
    const content = Math.min(weights[cell] as number, otherWeights[cell] as number);
    if ((joint[cell] as number) > 0.5 && content > 0.3)
      ratios.push((otherContrast[cell] as number) / (contrast[cell] as number));
  }
  return ratios.length < 4 ? 1 : Math.max(0.2, Math.min(5, quantile(ratios, 0.5)));
}

/** Chooses the placement that agrees best, and brings it to the cells. */
export function registerPair(pictures: Pictures, placements: readonly Placement[]): RegisteredPair {
  const chosen = choose(pictures, placements);
  const settled = settle(pictures, chosen.comparison, { pixels: basePixels, rounds: refinements });
  const { comparison: flat, pixels } = closer(pictures, settled);
  const comparison = bent(flat);
  return { comparison, placement: chosen.placement, pixels, gain: gainOf(comparison) };
}
