import type { ServiceType } from '@semblance/spec/limits';
import { analysePair } from './analyse-pair.ts';
import type { AnalysisOptions, SettledPair } from './analyse-pair.ts';
import type { PicturePair } from './analyser.ts';
import { monotonicMs } from '../clock.ts';
import { untimed } from '../features/begin-stage.ts';
import type { BeginStage } from '../features/begin-stage.ts';
import { fail } from './failure.ts';
import type { Failure } from './failure.ts';
import { judgePair } from './judge-pair.ts';
import type { Result } from '../result.ts';
import { scorePair } from './score-pair.ts';
import type { ScoredPair, ScoreOptions } from './score-pair.ts';

/** Options of a comparison. */
export interface ComparisonOptions extends AnalysisOptions {
  /** Of the custom model, where the profile has one. */
  readonly ownCalibration?: ScoreOptions['ownCalibration'];
  /** Service type, which selects the difference rule. */
  readonly serviceType: ServiceType;
  /** Hears of the time that scoring takes. */
  readonly beginStage?: BeginStage | undefined;
}

/** A pair with everything that was found on the way to its score. */
export interface ExaminedPair {
  readonly pair: PicturePair;
  readonly analysed: SettledPair;
  readonly scored: ScoredPair;
}

/** Decode and analyse both → score → lay over each other what is alike; the deadline is checked between the steps. */
export async function examinePictures(
  pair: PicturePair,
  options: ComparisonOptions,
): Promise<Result<ExaminedPair, Failure>> {
  const analysed = await analysePair(pair, options);
  if (!analysed.ok) return analysed;
  const { primary, secondary, identicalPixels } = analysed.value;
  const { ownCalibration, beginStage = untimed } = options;
  const endScore = beginStage('score');
  const scored = scorePair(primary, secondary, { identicalPixels, ownCalibration });
  endScore();
  if (!(scored.score >= 0 && scored.score <= 1)) return fail('features-invalid');
  const judged = await judgePair({ pair, analysed: analysed.value, scored }, options, options.serviceType);
  if (monotonicMs() > options.deadlineAtMs) return fail('deadline-passed');
  return judged.ok ? { ok: true, value: { pair, analysed: analysed.value, scored: judged.value } } : judged;
}

/** The score of a pair: what `examinePictures` ends with. */
export async function comparePictures(
  pair: PicturePair,
  options: ComparisonOptions,
): Promise<Result<ScoredPair, Failure>> {
  const examined = await examinePictures(pair, options);
  return examined.ok ? { ok: true, value: examined.value.scored } : examined;
}
