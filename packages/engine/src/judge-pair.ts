import { pictureFailure, type AnalysisOptions, type SettledPair } from './analyse-pair.ts';
import type { AnalysedPicture, CheckedPicture, DetailTask, PicturePair } from './analysis/analyser.ts';
import type { Failure } from './failure.ts';
import type { ViewName } from './ingest/decode-views.ts';
import type { Result } from './result.ts';
import { builtInFeatures, type ScoredPair } from './score-pair.ts';
import { opensGate } from './score/difference/gate.ts';
import { boundedScore, judgeDifference, type DifferenceRule } from './score/difference/rule.ts';
import { verdictOf } from './score/verdict.ts';

/** A pair that was analysed and scored. */
export interface JudgedInput {
  readonly pair: PicturePair;
  readonly analysed: SettledPair;
  readonly scored: ScoredPair;
}

function detailOf(picture: CheckedPicture, { views }: AnalysedPicture, { frame, ground }: ViewName): DetailTask {
  const view = views.find((candidate) => candidate.frame === frame && candidate.ground === ground) ?? views[0];
  const shown = { frame: view.frame, ...(view.ground === undefined ? {} : { ground: view.ground }) };
  return { bytes: picture.bytes, header: picture.header, view: shown, features: builtInFeatures(view) };
}

/**
 * Lays the compared views of a pair over each other where the score is high enough to ask what differs, and keeps the
 * score within what that leaves.
 */
export async function judgePair(
  { pair, analysed, scored }: JudgedInput,
  { runJob, patience }: Pick<AnalysisOptions, 'runJob' | 'patience'>,
  rule: DifferenceRule,
): Promise<Result<ScoredPair, Failure>> {
  if (analysed.identicalPixels || !opensGate(scored.score)) return { ok: true, value: scored };
  const first = detailOf(pair.primary, analysed.primary, scored.compared[0]);
  const second = detailOf(pair.secondary, analysed.secondary, scored.compared[1]);
  const measured = await runJob({ kind: 'difference', first, second }, patience);
  if (!measured.ok) return { ok: false, failure: pictureFailure(measured.failure, 'primary') };
  if (measured.value === undefined) return { ok: true, value: scored };
  const difference = judgeDifference(measured.value, rule);
  // A mean over frames is raised by no single frame.
  const areStills = analysed.primary.frameCount === 1 && analysed.secondary.frameCount === 1;
  const score = boundedScore(scored.score, areStills ? difference : { ...difference, floor: 0 });
  return { ok: true, value: { ...scored, score, verdict: verdictOf(score), difference } };
}
