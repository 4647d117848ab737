import type { LabelledPair } from './labelled-pair.ts';

/** Costs of mistakes and reviews, in one unit, and the share of matches. */
export interface Costs {
  /** Cost of accepting a pair that is not a match. */
  readonly falseMatch: number;
  /** Cost of rejecting a match. */
  readonly missedMatch: number;
  /** Cost of a review by a person. */
  readonly review: number;
  /** Expected share of matches, 0 to 1. */
  readonly matchShare: number;
}

/** Quality and cost of a threshold. */
export interface ThresholdPoint {
  readonly threshold: number;
  /** Share of the matches at or above it. */
  readonly recall: number;
  /** Share of the others at or above it. */
  readonly falseMatchRate: number;
  /** Share of matches among accepted pairs, at the given share of matches; 1 when none are accepted. */
  readonly precision: number;
  /** Expected cost of a thousand pairs without reviews. */
  readonly cost: number;
}

/** Pairs at or above `to` are accepted, below `from` rejected, and in between reviewed. */
export interface ReviewBand {
  readonly from: number;
  readonly to: number;
  /** Share of all pairs that are reviewed. */
  readonly looked: number;
  /** Expected cost of a thousand pairs. */
  readonly cost: number;
}

/** Thresholds that are tried: every hundredth from 0 to 1. */
const steps = Array.from({ length: 101 }, (_, index) => index / 100);

/** Shares of matches and of others at or above each step. */
interface Shares {
  readonly matches: readonly number[];
  readonly others: readonly number[];
}

/** Quality and cost of all thresholds for these pairs. */
export function thresholdCurve(pairs: readonly LabelledPair[], costs: Costs): readonly ThresholdPoint[] {
  const { matches, others } = shares(pairs);
  return steps.map((threshold, index) => {
    const [recall, falseMatchRate] = [matches[index] ?? 0, others[index] ?? 0];
    const right = costs.matchShare * recall;
    const wrong = (1 - costs.matchShare) * falseMatchRate;
    const missed = costs.matchShare * (1 - recall);
    return {
      threshold,
      recall,
      falseMatchRate,
      precision: right + wrong === 0 ? 1 : right / (right + wrong),
      cost: 1000 * (wrong * costs.falseMatch + missed * costs.missedMatch),
    };
  });
}

/** The cheapest threshold; the middle one of several. */
export function bestThreshold(curve: readonly ThresholdPoint[]): ThresholdPoint | undefined {
  const least = Math.min(...curve.map(({ cost }) => cost));
  const best = curve.filter(({ cost }) => cost <= least + 1e-9);
  return best[Math.floor((best.length - 1) / 2)];
}

/** The cheapest review band; empty (`from` equals `to`) when reviews cost more than they save. */
export function bestBand(pairs: readonly LabelledPair[], costs: Costs): ReviewBand {
  const { matches, others } = shares(pairs);
  const bands = steps.flatMap((_, low) =>
    steps.slice(low).map((__, wider) => bandOf({ matches, others }, { low, high: low + wider, costs })),
  );
  return bands.reduce((best, band) => (band.cost < best.cost - 1e-9 ? band : best));
}

function bandOf(
  { matches, others }: Shares,
  { low, high, costs }: { readonly low: number; readonly high: number; readonly costs: Costs },
): ReviewBand {
  const at = (list: readonly number[], index: number): number => list[index] ?? 0;
  const other = 1 - costs.matchShare;
  const wrong = other * at(others, high) * costs.falseMatch;
  const missed = costs.matchShare * (1 - at(matches, low)) * costs.missedMatch;
  const looked =
    costs.matchShare * (at(matches, low) - at(matches, high)) + other * (at(others, low) - at(others, high));
  return { from: steps[low] ?? 0, to: steps[high] ?? 1, looked, cost: 1000 * (wrong + missed + looked * costs.review) };
}

function shares(pairs: readonly LabelledPair[]): Shares {
  const of = (match: boolean): readonly number[] => {
    const scores = pairs.filter((pair) => pair.match === match).map(({ score }) => score);
    return steps.map((step) => scores.filter((score) => score >= step - 1e-9).length / Math.max(1, scores.length));
  };
  return { matches: of(true), others: of(false) };
}
