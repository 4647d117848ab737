import type { AnalysedPicture } from './analysis/analyser.ts';
import type { ModelManifest } from './model/own/manifest-schema.ts';
import { interpolate } from './score/calibration.ts';
import { compareFeatures, type Comparison } from './score/compare-features.ts';
import { verdictOf } from './score/verdict.ts';

/** A score and what goes with it. */
export type ScoredPair = Pick<Comparison, 'score' | 'verdict' | 'notes' | 'calibration'>;

/** How two analysed pictures are scored. */
export interface ScoreOptions {
  readonly identicalPixels: boolean;
  /** Of the team's own model, where the profile has one. */
  readonly ownCalibration: ModelManifest['calibration'] | undefined;
}

/** The largest score of pictures whose pixels differ. */
const belowOne = 1 - 2 ** -30;

/** Scores two pictures of one profile: by the built-in features, or by the cosine of a model of the team's own. */
export function scorePair(first: AnalysedPicture, second: AnalysedPicture, options: ScoreOptions): ScoredPair {
  const { identicalPixels, ownCalibration } = options;
  const [a, b] = [first.features, second.features];
  if (!('embedding' in a) && !('embedding' in b)) return compareFeatures(a, b, { identicalPixels });
  if (!('embedding' in a) || !('embedding' in b) || ownCalibration === undefined) {
    throw new Error('the pictures were analysed under different profiles');
  }
  const cosine = a.embedding.reduce((sum, value, at) => sum + value * (b.embedding[at] ?? Number.NaN), 0);
  const calibrated = Math.min(belowOne, Math.max(0, interpolate(ownCalibration.knots, cosine)));
  const score = identicalPixels ? 1 : calibrated;
  return { score, verdict: verdictOf(score), notes: [], calibration: ownCalibration.version };
}
