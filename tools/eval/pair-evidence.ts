import { defaultCalibration } from '../../packages/engine/src/score/default-calibration.ts';
import { compareFeatures } from '../../packages/engine/src/score/compare-features.ts';
import type { Comparison } from '../../packages/engine/src/score/compare-features.ts';
import { fuse } from '../../packages/engine/src/score/fuse.ts';
import type { FeaturesOf } from './extract-all.ts';
import { progressBar } from './progress-bar.ts';
import type { Pair } from './tasks.ts';

export interface MeasuredPair extends Pair {
  readonly comparison: Comparison;
  /** Fused evidence by the default calibration, before the knots make a score of it. */
  readonly z: number;
}

/** Compares every pair with the engine's own comparison. */
export function measurePairs(pairs: readonly Pair[], featuresOf: FeaturesOf): MeasuredPair[] {
  const progress = progressBar();
  const options = { identicalPixels: false, calibration: defaultCalibration };
  return pairs.map((pair, done) => {
    const comparison = compareFeatures(featuresOf(pair.first), featuresOf(pair.second), options);
    progress(done + 1, pairs.length, 'pairs');
    return { ...pair, comparison, z: fuse(comparison.evidence, defaultCalibration) };
  });
}
