import type { WhichPicture } from '@semblance/picture';
import type { AnalysedPicture, CheckedPicture, PicturePair } from './analysis/analyser.ts';
import type { Patience } from './analysis/patience.ts';
import type { RunJob } from './analysis/run-job.ts';
import { fail, type EngineFailure, type Failure } from './failure.ts';
import { mayHaveEqualPixels } from './ingest/pixel-identity.ts';
import type { Result } from './result.ts';
import { scorePair, type ScoredPair, type ScoreOptions } from './score-pair.ts';
import type { JobFailure } from './workers/worker-messages.ts';

/** What a comparison runs with. */
export interface PipelineOptions {
  readonly runJob: RunJob;
  /** Name of the instance's similarity profile. */
  readonly profile: string;
  /** Of the team's own model, where the profile has one. */
  readonly ownCalibration?: ScoreOptions['ownCalibration'];
  readonly patience: Patience;
}

/** Analyse both → same pixels? → compare; the deadline is checked between the steps. */
export async function comparePictures(
  pair: PicturePair,
  options: PipelineOptions,
): Promise<Result<ScoredPair, Failure>> {
  const analysed = await analyseBoth(pair, options);
  if (!analysed.ok) return analysed;
  if (Date.now() > options.patience.deadlineAtMs) return fail('deadline-passed');
  const { primary, secondary } = analysed.value;
  const identical = await haveSamePixels(pair, analysed.value, options);
  if (!identical.ok) return identical;
  const { ownCalibration } = options;
  const comparison = scorePair(primary, secondary, { identicalPixels: identical.value, ownCalibration });
  if (!(comparison.score >= 0 && comparison.score <= 1)) return fail('features-invalid');
  return Date.now() > options.patience.deadlineAtMs ? fail('deadline-passed') : { ok: true, value: comparison };
}

interface AnalysedPair {
  readonly primary: AnalysedPicture;
  readonly secondary: AnalysedPicture;
}

/** Both at once; where both fail, the first picture's failure counts. Equal files are analysed once. */
async function analyseBoth(pair: PicturePair, options: PipelineOptions): Promise<Result<AnalysedPair, Failure>> {
  const pendingPrimary = analyse(pair.primary, 'primary', options);
  const pendingSecondary = haveEqualBytes(pair) ? pendingPrimary : analyse(pair.secondary, 'secondary', options);
  const [primary, secondary] = await Promise.all([pendingPrimary, pendingSecondary]);
  if (!primary.ok) return primary;
  return secondary.ok ? { ok: true, value: { primary: primary.value, secondary: secondary.value } } : secondary;
}

async function analyse(
  picture: CheckedPicture,
  which: WhichPicture,
  { runJob, profile, patience }: PipelineOptions,
): Promise<Result<AnalysedPicture, Failure>> {
  const result = await runJob({ kind: 'analyse', task: { ...picture, profile } }, patience);
  return result.ok ? result : { ok: false, failure: pictureFailure(result.failure, which) };
}

async function haveSamePixels(
  pair: PicturePair,
  { primary, secondary }: AnalysedPair,
  { runJob, patience }: PipelineOptions,
): Promise<Result<boolean, Failure>> {
  if (primary === secondary) return { ok: true, value: true };
  const first = { ...pair.primary, raster: primary.raster };
  const second = { ...pair.secondary, raster: secondary.raster };
  if (!mayHaveEqualPixels(first, second)) return { ok: true, value: false };
  const result = await runJob({ kind: 'equal-pixels', first, second }, patience);
  return result.ok ? result : { ok: false, failure: pictureFailure(result.failure, 'primary') };
}

function haveEqualBytes({ primary, secondary }: PicturePair): boolean {
  return primary.bytes.length === secondary.bytes.length && Buffer.compare(primary.bytes, secondary.bytes) === 0;
}

function pictureFailure(failure: JobFailure | EngineFailure, which: WhichPicture): Failure {
  switch (failure.reason) {
    case 'corrupt':
      return {
        reason: which === 'primary' ? 'primary-picture-unreadable' : 'secondary-picture-unreadable',
        which,
        detail: 'The picture has a proper header, but its pixels cannot be decoded: it is truncated or damaged.',
        cause: failure.privateDetail,
      };
    case 'unsupported-variant':
      return {
        reason: 'picture-variant-unsupported',
        which,
        detail:
          'The picture is of an accepted format, but of a variant that is not read; save it as an ordinary JPEG or PNG.',
        cause: failure.privateDetail,
      };
    case 'too-slow':
      return { reason: 'extraction-timed-out', which };
    case 'features-invalid':
      return {
        reason: 'features-invalid',
        which,
        cause: 'privateDetail' in failure ? failure.privateDetail : undefined,
      };
    default:
      return failure;
  }
}
