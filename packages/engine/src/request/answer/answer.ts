import { errorCatalog } from '@semblance/spec/error-catalog';
import type { Dialect } from '@semblance/signing/verify';
import { errorPageUrl } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import type { AuthorizeFileUploadResult, CompareSimilarByImageResult } from '@semblance/spec/types';
import { asciiText, writePictureDetail } from '@semblance/wire';
import type { AnswerFormat } from '@semblance/wire';
import { failureMessage, renderFailure, renderSuccess, renderUploadAuthorization } from '@semblance/wire/render';
import type { RenderedAnswer } from '@semblance/wire/render';
import type { Failure } from '../../compare/failure.ts';
import { codeOf } from './error-map.ts';
import { wireScore } from './wire-score.ts';

/** An answer ready to be written to a connection. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Code of a failure; `success` otherwise. For log and metrics. */
  readonly code: ErrorCode | 'success' | 'upload-error';
}

/** Facts of a request needed for its answer. */
export interface AnswerContext {
  readonly requestId: string;
  readonly hostId: string;
  readonly answerIn: AnswerFormat;
  /** How the caller signs, which affects one message. */
  readonly dialect: Dialect;
  /** Address of the documentation; `undefined` for the contract's. */
  readonly documentationUrl: string | undefined;
  /** Advice about a code from the request, placed before the failure's own detail. */
  readonly adviceOn?: (code: string) => string | undefined;
}

/** Details besides the score, on request. */
export interface ScoreDetails {
  /** Short name of the verdict. */
  readonly verdict: string;
  /** What laying the pictures over each other shows; absent where they are not alike enough for that. */
  readonly case?: string;
  /** Version of model and calibration; do not compare scores of different versions. */
  readonly calibration: string;
}

/**
 * Answer to a comparison that succeeded.
 * @param details  sent in a header to callers that request it; the body follows the contract.
 */
export function successAnswer(score: number, context: AnswerContext, details?: ScoreDetails): Answer {
  const result: CompareSimilarByImageResult = {
    Score: wireScore(score),
    Success: true,
    RequestId: context.requestId,
    Msg: 'success',
    Code: 0,
  };
  const answer = succeed(renderSuccess(result, context.answerIn), context);
  if (details === undefined) return answer;
  const shown = details.case === undefined ? '' : `case=${details.case}; `;
  const text = `verdict=${details.verdict}; ${shown}calibration=${details.calibration}`;
  return { ...answer, headers: { ...answer.headers, ...textHeader('x-semblance-explain', text) } };
}

/** Answer to the authorisation of an upload. */
export function authorizationAnswer(
  grant: Omit<AuthorizeFileUploadResult, 'RequestId'>,
  context: AnswerContext,
): Answer {
  return succeed(renderUploadAuthorization({ RequestId: context.requestId, ...grant }, context.answerIn), context);
}

/** Answer to any failure. The message is exactly the contract's, with a continuation for a signature mismatch only. */
export function failureAnswer(failure: Failure, context: AnswerContext): Answer {
  const code = codeOf(failure);
  const answer = codeAnswer(code, context, failure);
  return {
    ...answer,
    headers: {
      ...answer.headers,
      ...retryHeaders(failure.retryAfterMs),
      ...textHeader(
        'x-semblance-detail',
        context.adviceOn?.(code) ?? writePictureDetail({ picture: failure.which, detail: failure.detail }),
      ),
    },
  };
}

/** Answer to a simulated failure: marked as such. */
export function simulatedAnswer(code: ErrorCode, context: AnswerContext): Answer {
  const answer = codeAnswer(code, context);
  return { ...answer, headers: { ...answer.headers, 'x-simulated': '1' } };
}

function codeAnswer(code: ErrorCode, context: AnswerContext, failure?: Failure): Answer {
  const { requestId, hostId, answerIn, dialect, documentationUrl } = context;
  const { accessDenied, continuation } = failure ?? {};
  const envelope = {
    RequestId: requestId,
    HostId: hostId,
    Code: code,
    Message: failureMessage({ code, dialect, continuation }),
    Recommend: errorPageUrl(code, documentationUrl),
    ...(accessDenied === undefined ? {} : { AccessDeniedDetail: accessDenied }),
  };
  const rendered = renderFailure(envelope, answerIn);
  return {
    status: errorCatalog[code].httpStatus,
    headers: commonHeaders(rendered, requestId),
    body: rendered.body,
    code,
  };
}

function succeed(rendered: RenderedAnswer, { requestId }: AnswerContext): Answer {
  return { status: 200, headers: commonHeaders(rendered, requestId), body: rendered.body, code: 'success' };
}

function commonHeaders({ contentType }: RenderedAnswer, requestId: string): Record<string, string> {
  return {
    'content-type': contentType,
    'x-acs-request-id': requestId,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': '*',
  };
}

/** `Retry-After` in seconds for HTTP, `x-acs-retry-after` in milliseconds for the vendor's clients. */
function retryHeaders(retryAfterMs: number | undefined): Record<string, string> {
  if (retryAfterMs === undefined) return {};
  return {
    'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))),
    'x-acs-retry-after': String(retryAfterMs),
  };
}

/** A header with a text, in ASCII. */
function textHeader(name: string, text: string | undefined): Record<string, string> {
  if (text === undefined) return {};
  return { [name]: asciiText(text).slice(0, 500) };
}
