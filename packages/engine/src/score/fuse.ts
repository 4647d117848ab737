import { interpolate, type Calibration } from './calibration.ts';
import type { Evidence } from './evidence.ts';

/** Three agreeing pairs are what chance gives; only more of them count. */
const chanceInliers = 3;

/** Fused evidence: one number, unbounded, larger for more alike. */
export function fuse(evidence: Evidence, calibration: Calibration): number {
  const { fusion } = calibration;
  const { copy, semantic } = evidence;
  const beyondChance = Math.max(0, copy.inliers - chanceInliers);
  return (
    fusion.bias +
    fusion.block6 * semantic.block6 +
    fusion.block13 * semantic.block13 +
    fusion.block16 * semantic.block16 +
    fusion.part * semantic.part +
    fusion.typicality * semantic.typicality +
    fusion.colour * copy.colour +
    fusion.logInliers * Math.log1p(beyondChance) +
    fusion.inlierShare * (copy.matches === 0 ? 0 : copy.inliers / copy.matches)
  );
}

/** Score of a pair whose pixels differ: 0…0.9999, so that 1 keeps its meaning. */
export function scoreOf(evidence: Evidence, calibration: Calibration): number {
  return Math.min(0.9999, Math.max(0, interpolate(calibration.knots, fuse(evidence, calibration))));
}
