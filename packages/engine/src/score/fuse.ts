import { fusionTerms, hypothesisNames, interpolate } from './calibration.ts';
import type { Calibration, FusionTerm, Hypothesis, HypothesisName } from './calibration.ts';
import type { Evidence } from './evidence.ts';
import { largestBelowOne } from './largest-below-one.ts';

/** Three agreeing pairs are what chance gives; only more of them count. */
const chanceInliers = 3;
/** Share of the overlap's keypoints from which on agreement speaks for the whole overlap, not for a common background. */
export const fullOverlapShare = 0.15;

/** The value of each term of the fusion for one pair. */
export type FusionValues = Readonly<Record<FusionTerm, number>>;

/** Reduces the evidence to the terms of the fusion. */
export function fusionValues({ copy, semantic }: Evidence): FusionValues {
  const logInliers = Math.log1p(Math.max(0, copy.inliers - chanceInliers));
  return {
    block6: semantic.block6,
    block13: semantic.block13,
    block16: semantic.block16,
    part: semantic.part,
    typicality: semantic.typicality,
    colour: semantic.colour,
    logInliers,
    verifiedInliers: logInliers * Math.min(1, copy.overlapShare / fullOverlapShare),
  };
}

function logOdds(values: FusionValues, { bias, weights }: Hypothesis): number {
  return fusionTerms.reduce((sum, term) => sum + weights[term] * values[term], bias);
}

/** The hypothesis that the values speak for most. */
export function leadingHypothesis(values: FusionValues, { hypotheses }: Calibration): HypothesisName {
  const odds = (name: HypothesisName): number => logOdds(values, hypotheses[name]);
  return hypothesisNames.reduce((best, name) => (odds(name) > odds(best) ? name : best));
}

/**
 * The logarithm of the summed odds of all hypotheses: near the best of them, and more where several hold. A pair needs
 * to be alike in one way only, so what one hypothesis lacks does not count against another.
 */
export function fuseValues(values: FusionValues, { hypotheses }: Calibration): number {
  const odds = hypothesisNames.map((name) => logOdds(values, hypotheses[name]));
  const most = Math.max(...odds);
  return most + Math.log(odds.reduce((sum, value) => sum + Math.exp(value - most), 0));
}

/** Fused evidence: one number, unbounded, larger for more alike. */
export function fuse(evidence: Evidence, calibration: Calibration): number {
  return fuseValues(fusionValues(evidence), calibration);
}

/** Score of a pair whose pixels differ: 0…`largestBelowOne`. */
export function scoreOf(evidence: Evidence, calibration: Calibration): number {
  return Math.min(largestBelowOne, Math.max(0, interpolate(calibration.knots, fuse(evidence, calibration))));
}
