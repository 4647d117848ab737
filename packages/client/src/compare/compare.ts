import type { ServiceType } from '@semblance/spec/limits';
import { compareOperation } from '@semblance/spec/protocol';
import type { CompareSimilarByImageResult } from '@semblance/spec/types';
import type { UploadedComparison } from './compare-uploaded.ts';
import { planInline } from './plan-transfer.ts';
import type { PicturePair } from './plan-transfer.ts';
import { isSemblanceError } from '../errors/any-semblance-error.ts';
import type { AnySemblanceError } from '../errors/any-semblance-error.ts';
import type { PictureRole } from '../errors/semblance-error.ts';
import { TimeOutError } from '../errors/time-out-error.ts';
import { nameOf } from '../pictures/picture-input.ts';
import type { PictureInput } from '../pictures/picture-input.ts';
import type { PreparedPicture } from '../pictures/picture-preparer.ts';
import { readPicture } from '../pictures/read-picture.ts';
import type { ComparedPictures } from '../errors/compared-pictures.ts';
import { callOperation } from '../runtime/call.ts';
import type { Call } from '../runtime/call.ts';
import type { Form } from '../runtime/operation-request.ts';
import { readComparison } from '../runtime/read-answer.ts';
import type { Retried } from '../runtime/retrying.ts';
import type { Settings } from '../runtime/settings.ts';
import type { WireAnswer } from '../runtime/transport.ts';
import { openScope, untilAborted } from '../timed-scope.ts';

/** The result of a comparison. */
export interface Comparison {
  /** Similarity, 0 (nothing in common) to 1 (the same pixels). */
  readonly score: number;
  readonly requestId: string;
  /** How the pictures were transferred. */
  readonly transfer: 'inline' | 'upload';
  /** Number of attempts of the comparison, without uploads. */
  readonly attempts: number;
  /** Changes made to the pictures before they were sent; see the option `prepare`. */
  readonly adjustments: { readonly primary: readonly string[]; readonly secondary: readonly string[] };
  /** The answer with the contract's field names. */
  readonly response: CompareSimilarByImageResult;
}

/** Input of `compare`. */
export interface ComparisonRequest {
  readonly primary: PictureInput;
  readonly secondary: PictureInput;
  readonly signal: AbortSignal | undefined;
}

/** A comparison and the answer it was read from. */
export interface AnsweredComparison {
  readonly comparison: Comparison;
  readonly answer: WireAnswer;
}

/** Reads both pictures, sends them and reads the score, within one time-out. */
export async function compare(
  settings: Settings,
  { primary, secondary, signal }: ComparisonRequest,
): Promise<AnsweredComparison> {
  const { totalTimeoutMs, serviceType } = settings;
  const timeOut = (): Error => new TimeOutError('total', totalTimeoutMs);
  const scope = openScope({ parent: signal, timeoutMs: totalTimeoutMs, timeOut });
  const call: Call = { settings, signal: scope.signal, endsAtMs: performance.now() + totalTimeoutMs };
  let bytes: PicturePair | undefined;
  try {
    scope.signal.throwIfAborted();
    const pictures = await Promise.all([
      preparedPicture(call, primary, 'primary'),
      preparedPicture(call, secondary, 'secondary'),
    ]);
    bytes = { primary: pictures[0].bytes, secondary: pictures[1].bytes };
    if (settings.check) await checkPictures(bytes, serviceType);
    return await comparePictures(call, pictures);
  } catch (error) {
    scope.cancel(error);
    const files = { primary: nameOf(primary), secondary: nameOf(secondary) };
    if (isSemblanceError(error) && (error.picture ?? error.httpStatus) !== undefined)
      await explain(error, { files, bytes, serviceType });
    throw error;
  } finally {
    scope.close();
  }
}

/** Completes an error with what is known of the pictures. The code is loaded on first use; if that fails, the error is returned unchanged. */
async function explain(error: AnySemblanceError, pictures: ComparedPictures): Promise<void> {
  try {
    const { explainFailure } = await import('../errors/explain-failure.ts');
    await explainFailure(error, pictures);
  } catch {
    return;
  }
}

async function checkPictures(pictures: PicturePair, serviceType: ServiceType): Promise<void> {
  const { checkBeforeSending } = await import('../errors/check-before-sending.ts');
  checkBeforeSending(pictures, serviceType);
}

async function preparedPicture(
  { settings, signal }: Call,
  input: PictureInput,
  picture: PictureRole,
): Promise<PreparedPicture> {
  const bytes = await readPicture(input, { picture, maxBytes: settings.maxInputBytes, signal });
  if (settings.prepare === undefined) return { bytes, adjustments: [] };
  return untilAborted(settings.prepare(bytes, picture), signal);
}

async function comparePictures(
  call: Call,
  [primary, secondary]: readonly [PreparedPicture, PreparedPicture],
): Promise<AnsweredComparison> {
  const { endpoint, format, transfer, instanceName } = call.settings;
  const pair = { primary: primary.bytes, secondary: secondary.bytes };
  const inline = planInline(pair, instanceName, transfer);
  const read = async (answer: WireAnswer): Promise<ComparisonReading> => ({
    answer,
    response: await readComparison(answer),
  });
  const send = (form: Form): Promise<Retried<ComparisonReading>> =>
    callOperation(call, { endpoint, ...compareOperation, method: 'POST', query: [], form, format }, read);
  const { value, attempts } =
    inline === undefined ? await uploadFirst(call, { pictures: pair, instanceName, send }) : await send(inline);
  const { answer, response } = value;
  const comparison: Comparison = {
    score: response.Score,
    requestId: response.RequestId,
    transfer: inline === undefined ? 'upload' : 'inline',
    attempts,
    adjustments: { primary: primary.adjustments, secondary: secondary.adjustments },
    response,
  };
  return { comparison, answer };
}

interface ComparisonReading {
  readonly answer: WireAnswer;
  readonly response: CompareSimilarByImageResult;
}

/** Loads the code of uploads on first use, as most pictures are small. */
async function uploadFirst<Answer>(call: Call, comparison: UploadedComparison<Answer>): Promise<Answer> {
  const { compareUploaded } = await import('./compare-uploaded.ts');
  return compareUploaded(call, comparison);
}
