import type { WhichPicture } from '@semblance/picture';
import type { AnalysedPicture, AnalysisFailure, CheckedPicture, PicturePair, RasteredPicture } from './analyser.ts';
import type { RunJob } from './run-job.ts';
import { monotonicMs } from '../clock.ts';
import { fail } from './failure.ts';
import type { EngineFailure, Failure } from './failure.ts';
import { mayHaveEqualPixels } from '../ingest/pixel-identity.ts';
import { areEqualBytes } from '../ingest/seen-pixels.ts';
import type { Result } from '../result.ts';

/** Options of an analysis. */
export interface AnalysisOptions {
  readonly runJob: RunJob;
  /** Name of the instance's similarity profile. */
  readonly profile: string;
  /** Whether both pictures are handed to `runJob` at once, for it to decide in which order they are analysed, and where. */
  readonly atOnce?: boolean;
  /** When it has to be done, on the monotonic clock; looked at between the steps. */
  readonly deadlineAtMs: number;
}

/** Two pictures in the views that are compared. */
export interface AnalysedPair {
  readonly primary: AnalysedPicture;
  readonly secondary: AnalysedPicture;
}

/** With the answer to whether they are one and the same. */
export interface SettledPair extends AnalysedPair {
  readonly identicalPixels: boolean;
}

/** Analyse both → same pixels?; the deadline is checked between the steps. */
export async function analysePair(pair: PicturePair, options: AnalysisOptions): Promise<Result<SettledPair, Failure>> {
  const analysed = await analyseBoth(pair, options);
  if (!analysed.ok) return analysed;
  if (monotonicMs() > options.deadlineAtMs) return fail('deadline-passed');
  const identical = await haveSamePixels(pair, analysed.value, options);
  if (!identical.ok) return identical;
  return { ok: true, value: { ...analysed.value, identicalPixels: identical.value } };
}

/** One after the other, unless whoever runs the jobs wants to know of both at once; equal files are analysed once. */
async function analyseBoth(pair: PicturePair, options: AnalysisOptions): Promise<Result<AnalysedPair, Failure>> {
  const analyseSecond = (): ReturnType<typeof analyse> => analyse(pair.secondary, 'secondary', options);
  const first = analyse(pair.primary, 'primary', options);
  const areEqual = haveEqualBytes(pair);
  const begun = options.atOnce === true && !areEqual ? analyseSecond() : undefined;
  const [primary, early] = await Promise.all([first, begun]);
  if (!primary.ok) return primary;
  const secondary = areEqual ? primary : (early ?? (await analyseSecond()));
  return secondary.ok ? { ok: true, value: { primary: primary.value, secondary: secondary.value } } : secondary;
}

async function analyse(
  picture: CheckedPicture,
  which: WhichPicture,
  { runJob, profile }: AnalysisOptions,
): Promise<Result<AnalysedPicture, Failure>> {
  const result = await runJob({ kind: 'analyse', task: { ...picture, profile }, which });
  return result.ok ? result : { ok: false, failure: pictureFailure(result.failure, which) };
}

async function haveSamePixels(
  pair: PicturePair,
  { primary, secondary }: AnalysedPair,
  { runJob }: AnalysisOptions,
): Promise<Result<boolean, Failure>> {
  if (primary === secondary) return { ok: true, value: true };
  const first = rastered(pair.primary, primary);
  const second = rastered(pair.secondary, secondary);
  if (!mayHaveEqualPixels(first, second)) return { ok: true, value: false };
  const result = await runJob({ kind: 'equal-pixels', first, second });
  return result.ok ? result : { ok: false, failure: pictureFailure(result.failure, 'primary') };
}

/** The part that the comparison of pixels needs, without features. */
function rastered(picture: CheckedPicture, { views }: AnalysedPicture): RasteredPicture {
  const small = views.map(({ frame, ground, raster }) => ({
    frame,
    ...(ground === undefined ? {} : { ground }),
    raster,
  }));
  return { ...picture, views: small };
}

function haveEqualBytes({ primary, secondary }: PicturePair): boolean {
  return areEqualBytes(primary.bytes, secondary.bytes);
}

/** Turns the failure of a job into one with words for the caller. */
export function pictureFailure(failure: AnalysisFailure | EngineFailure, which: WhichPicture): Failure {
  switch (failure.reason) {
    case 'corrupt':
      return {
        reason: which === 'primary' ? 'primary-picture-unreadable' : 'secondary-picture-unreadable',
        which,
        detail: 'The picture has a proper header, but its pixels cannot be decoded: it is truncated or damaged.',
        cause: failure.cause,
      };
    case 'unsupported-variant':
      return {
        reason: 'picture-variant-unsupported',
        which,
        detail:
          'The picture is of an accepted format, but of a variant that is not read; save it as an ordinary JPEG or PNG.',
        cause: failure.cause,
      };
    case 'too-slow':
      return { reason: 'extraction-timed-out', which };
    case 'features-invalid':
      return {
        reason: 'features-invalid',
        which,
        cause: failure.cause,
      };
    default:
      return failure;
  }
}
