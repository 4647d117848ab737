import type { FeatureSet } from '../../features/feature-set.ts';
import type { Calibration, HypothesisName } from '../calibration.ts';
import { compareFeatures } from '../compare-features.ts';
import type { Comparison } from '../compare-features.ts';
import { defaultCalibration } from '../default-calibration.ts';
import { fusionValues, leadingHypothesis } from '../fuse.ts';
import { contributionsOf } from './contributions.ts';
import type { Contribution } from './contributions.ts';
import { becauseOf, decidedBy } from './reason.ts';
import type { Reason } from './reason.ts';
import { heatMap } from './heat-map.ts';
import { geometryOf } from './overlap.ts';
import type { Geometry, Size } from './overlap.ts';

/** Why a pair got its score. Positions are shares of each picture's width and height, 0…1. */
export interface Explanation extends Reason, Geometry {
  readonly comparison: Comparison;
  /** What the pair is read as: the hypothesis it speaks for most. */
  readonly hypothesis: HypothesisName;
  /** What each kind of evidence adds to that hypothesis. */
  readonly contributions: readonly Contribution[];
  /** How much each part looks like the most similar part of the other picture: 7 × 7 cells, row-major, −1…1. */
  readonly heat: { readonly first: readonly number[]; readonly second: readonly number[] };
}

export interface ExplainOptions {
  readonly identicalPixels: boolean;
  readonly calibration?: Calibration;
  /** Sizes of the two files, for a scale in their pixels; default: the sizes the features were taken at. */
  readonly sizes?: readonly [Size, Size];
  /** What the pair came to when all its views and what differs were weighed; default: what these features alone give. */
  readonly judged?: Pick<Comparison, 'score' | 'verdict' | 'notes' | 'difference' | 'part'>;
}

/** Explains the comparison of two pictures by their features. */
export function explainPair(first: FeatureSet, second: FeatureSet, options: ExplainOptions): Explanation {
  const { identicalPixels, calibration = defaultCalibration } = options;
  const sizes = options.sizes ?? [
    [first.width, first.height],
    [second.width, second.height],
  ];
  const comparison = { ...compareFeatures(first, second, { identicalPixels, calibration }), ...options.judged };
  const contributions = contributionsOf(comparison.evidence, calibration);
  const geometry = geometryOf({ first, second, sizes });
  const decided = decidedBy(comparison, contributions, calibration);
  return {
    comparison,
    decidedBy: decided,
    because: becauseOf(decided, { comparison, contributions, geometry }),
    hypothesis: leadingHypothesis(fusionValues(comparison.evidence), calibration),
    contributions,
    ...geometry,
    heat: { first: heatMap(first, second), second: heatMap(second, first) },
  };
}
