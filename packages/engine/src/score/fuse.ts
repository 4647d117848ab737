import { fusionTerms, interpolate, type Calibration, type FusionTerm } from './calibration.ts';
import type { Evidence } from './evidence.ts';

/** Three agreeing pairs are what chance gives; only more of them count. */
const chanceInliers = 3;
/** Share of the overlap's keypoints from which on agreement speaks for the whole overlap, not for a common background. */
const fullOverlapShare = 0.15;

/** The value of each term of the fusion for one pair. */
export function fusionValues({ copy, semantic }: Evidence): Readonly<Record<FusionTerm, number>> {
  const logInliers = Math.log1p(Math.max(0, copy.inliers - chanceInliers));
  return {
    block6: semantic.block6,
    block13: semantic.block13,
    block16: semantic.block16,
    part: semantic.part,
    typicality: semantic.typicality,
    colour: copy.colour,
    logInliers,
    verifiedInliers: logInliers * Math.min(1, copy.overlapShare / fullOverlapShare),
  };
}

/** Fused evidence: one number, unbounded, larger for more alike. */
export function fuse(evidence: Evidence, calibration: Calibration): number {
  const values = fusionValues(evidence);
  return fusionTerms.reduce((sum, term) => sum + calibration.fusion[term] * values[term], calibration.bias);
}

/** Score of a pair whose pixels differ: 0…0.9999, so that 1 keeps its meaning. */
export function scoreOf(evidence: Evidence, calibration: Calibration): number {
  return Math.min(0.9999, Math.max(0, interpolate(calibration.knots, fuse(evidence, calibration))));
}
