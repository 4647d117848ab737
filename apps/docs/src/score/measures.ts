import type { PairLabel, ScoredPair } from './sample-scores.ts';

/** How a threshold divides the pairs: those at or above it are taken for a match. */
export interface ThresholdRow {
  readonly threshold: number;
  /** Share of the pairs taken for a match that are one, 0…1; 1 when none is taken. */
  readonly precision: number;
  /** Share of the matches that are taken for one, 0…1. */
  readonly recall: number;
}

/** Precision and recall at each threshold, when pairs with one of the labels in `wanted` are the matches. */
export function thresholdTable(
  pairs: readonly ScoredPair[],
  wanted: readonly PairLabel[],
  thresholds: readonly number[],
): readonly ThresholdRow[] {
  const isMatch = ({ label }: ScoredPair): boolean => wanted.includes(label);
  const matches = pairs.filter((pair) => isMatch(pair)).length;
  return thresholds.map((threshold) => {
    const taken = pairs.filter(({ score }) => score >= threshold);
    const right = taken.filter((pair) => isMatch(pair)).length;
    return {
      threshold,
      precision: taken.length === 0 ? 1 : right / taken.length,
      recall: matches === 0 ? 0 : right / matches,
    };
  });
}

/** Share of the pairs with a label that score at least x, at each x: a falling curve from 1. */
export function survivalCurve(
  pairs: readonly ScoredPair[],
  label: PairLabel,
  points: number,
): readonly (readonly [x: number, share: number])[] {
  const scores = pairs.filter((pair) => pair.label === label).map(({ score }) => score);
  return Array.from({ length: points + 1 }, (_, index) => {
    const x = index / points;
    return [x, scores.filter((score) => score >= x).length / Math.max(1, scores.length)] as const;
  });
}

/** The 5 %, 50 % and 95 % quantiles of a label's scores (nearest rank). */
export function quantiles(
  pairs: readonly ScoredPair[],
  label: PairLabel,
): { readonly low: number; readonly median: number; readonly high: number; readonly count: number } {
  const scores = pairs
    .filter((pair) => pair.label === label)
    .map(({ score }) => score)
    .sort((a, b) => a - b);
  const at = (share: number): number => scores[Math.min(scores.length - 1, Math.floor(share * scores.length))] ?? 0;
  return { low: at(0.05), median: at(0.5), high: at(0.95), count: scores.length };
}

/** One pair for each wanted score: the nearest there is, no picture pair twice. */
export function pairsOverRange(pairs: readonly ScoredPair[], wanted: readonly number[]): readonly ScoredPair[] {
  const left = new Set(pairs);
  return wanted.flatMap((score) => {
    const nearest = [...left].sort((a, b) => Math.abs(a.score - score) - Math.abs(b.score - score))[0];
    if (nearest === undefined) return [];
    left.delete(nearest);
    return [nearest];
  });
}
