import { compareOperation } from '@semblance/spec/protocol';
import type { CompareSimilarByImageResult } from '@semblance/spec/types';
import type { UploadedComparison } from '../body/compare-uploaded.ts';
import { planInline } from '../body/plan-transfer.ts';
import type { CompareOptions } from './compare-options.ts';
import type { PictureRole } from '../errors/picture-input-error.ts';
import { TimeOutError } from '../errors/time-out-error.ts';
import type { PictureInput } from '../pictures/picture-input.ts';
import type { PreparedPicture } from '../pictures/picture-preparer.ts';
import { readPicture } from '../pictures/read-picture.ts';
import { callOperation } from '../runtime/call.ts';
import type { Call } from '../runtime/call.ts';
import type { Form } from '../runtime/operation-request.ts';
import { readComparison } from '../runtime/read-answer.ts';
import type { Retried } from '../runtime/retrying.ts';
import type { Settings } from '../runtime/settings.ts';
import { openScope, untilAborted } from '../time/timed-scope.ts';

/** The result of a comparison. */
export interface Comparison {
  /** Similarity, 0 (nothing in common) to 1 (the same pixels). */
  readonly score: number;
  readonly requestId: string;
  /** How the pictures travelled. */
  readonly transfer: 'inline' | 'upload';
  /** Attempts the comparison took; uploads are not counted. */
  readonly attempts: number;
  /** What was done to the pictures before they were sent; see the option `prepare`. */
  readonly adjustments: { readonly primary: readonly string[]; readonly secondary: readonly string[] };
  /** The answer with the contract's field names. */
  readonly response: CompareSimilarByImageResult;
}

/** A comparison to be made. */
export interface ComparisonRequest {
  readonly primary: PictureInput;
  readonly secondary: PictureInput;
  readonly options: CompareOptions;
}

/** Reads both pictures, sends them, and reads the score, all under one time-out. */
export async function compare(
  settings: Settings,
  { primary, secondary, options }: ComparisonRequest,
): Promise<Comparison> {
  const totalTimeoutMs = options.totalTimeoutMs ?? settings.totalTimeoutMs;
  const timeOut = (): Error => new TimeOutError('total', totalTimeoutMs);
  const scope = openScope({ parent: options.signal, timeoutMs: totalTimeoutMs, timeOut });
  const call: Call = { settings, signal: scope.signal, endsAtMs: performance.now() + totalTimeoutMs };
  try {
    scope.signal.throwIfAborted();
    const pictures = await Promise.all([
      preparedPicture(call, primary, 'primary'),
      preparedPicture(call, secondary, 'secondary'),
    ]);
    return await comparePictures(call, pictures, options.instanceName ?? settings.instanceName);
  } catch (error) {
    scope.cancel(error);
    throw error;
  } finally {
    scope.close();
  }
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
  instanceName: string,
): Promise<Comparison> {
  const { endpoint, format, transfer } = call.settings;
  const pair = { primary: primary.bytes, secondary: secondary.bytes };
  const inline = planInline(pair, instanceName, transfer);
  const send = (form: Form): Promise<Retried<CompareSimilarByImageResult>> =>
    callOperation(call, { endpoint, ...compareOperation, method: 'POST', query: [], form, format }, readComparison);
  const { value, attempts } =
    inline === undefined ? await uploadFirst(call, { pictures: pair, instanceName, send }) : await send(inline);
  return {
    score: value.Score,
    requestId: value.RequestId,
    transfer: inline === undefined ? 'upload' : 'inline',
    attempts,
    adjustments: { primary: primary.adjustments, secondary: secondary.adjustments },
    response: value,
  };
}

/** Loaded when first needed: most pictures are small. */
async function uploadFirst<Answer>(call: Call, comparison: UploadedComparison<Answer>): Promise<Answer> {
  const { compareUploaded } = await import('../body/compare-uploaded.ts');
  return compareUploaded(call, comparison);
}
