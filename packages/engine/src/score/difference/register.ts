import { inverseAffine, applyAffine, type Affine } from './affine.ts';
import { compareLaid, ratioFor, type LaidComparison } from './compare-laid.ts';
import type { Placement } from './hypotheses.ts';
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
const refinements = 3;
const worthwhile = 0.005;
const pointsBonus = 0.1;

function quality({ coverage, joint, least }: LaidComparison): number {
  return coverage * Math.max(0.01, joint) + 0.5 * least;
}

function choose(
  pictures: Pictures,
  placements: readonly Placement[],
): { comparison: LaidComparison; placement: Placement } {
  const tried = placements.map((placement) => {
    const options = { pictures, pixels: basePixels };
    const rough = compareLaid({ ...options, toSecond: placement.toSecond, radius: choosingRadius });
    const better = compareLaid({ ...options, toSecond: refined(rough), radius: refinedRadius });
    const comparison = quality(better) > quality(rough) ? better : rough;
    return { comparison, placement, value: quality(comparison) + (placement.from === 'points' ? pointsBonus : 0) };
  });
  return tried.reduce((best, candidate) => (candidate.value > best.value ? candidate : best));
}

/** Refines while that helps. */
function settle(
  pictures: Pictures,
  start: LaidComparison,
  { pixels, rounds }: { pixels: number; rounds: number },
): LaidComparison {
  let current = start;
  for (let round = 0; round < rounds; round += 1) {
    const next = compareLaid({ pictures, toSecond: refined(current), pixels, radius: lastRadius });
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
  const { comparison, pixels } = closer(pictures, settled);
  return { comparison, placement: chosen.placement, pixels, gain: gainOf(comparison) };
}
