import { errorPageUrl, errorRetries, isErrorCode } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import type { AccessDeniedDetail, FailureEnvelope } from '@semblance/spec/types';
import { errorKind, SemblanceError } from './semblance-error.ts';

/** Codes of the contract, and `Unlisted` for a code it does not know; `wireCode` then holds the code itself. */
export type ApiErrorCode = ErrorCode | 'Unlisted';

/** What an answer says beside its envelope. */
export interface AnswerFacts {
  readonly action: string;
  readonly httpStatus: number;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
}

/** The server refused the request or failed, and said so in an envelope. */
export class ApiError<Code extends ApiErrorCode = ApiErrorCode> extends SemblanceError<Code> {
  override readonly name = 'ApiError';
  /** The code as the server sent it; differs from `code` only for `Unlisted`. */
  readonly wireCode: string;
  /** The server's own words. */
  readonly serverMessage: string;
  /** Who was refused and why; `{}` when the server did not say. */
  readonly accessDeniedDetail: Code extends 'NoPermission' ? AccessDeniedDetail : undefined;

  constructor(code: Code, envelope: FailureEnvelope<string>, facts: AnswerFacts) {
    const requestId = envelope.RequestId || facts.requestId;
    const serverMessage = withoutSignedText(envelope.Message);
    const listed = code === 'Unlisted' ? undefined : (code as ErrorCode);
    const message = `${facts.action} was answered ${envelope.Code} (HTTP ${facts.httpStatus}): ${serverMessage} Request id ${requestId ?? 'unknown'}.`;
    super(
      'api',
      { code, message },
      {
        httpStatus: facts.httpStatus,
        requestId,
        retry: listed === undefined ? retryByStatus(facts.httpStatus) : errorRetries[listed],
        retryAfterMs: facts.retryAfterMs,
        docsUrl: listed === undefined ? envelope.Recommend : errorPageUrl(listed),
      },
    );
    this.wireCode = envelope.Code;
    this.serverMessage = serverMessage;
    const detail = code === 'NoPermission' ? (envelope.AccessDeniedDetail ?? {}) : undefined;
    this.accessDeniedDetail = detail as typeof this.accessDeniedDetail;
  }
}

/** Union of the API errors by code, so that comparing `code` narrows to one of them. */
export type AnyApiError = { [Code in ApiErrorCode]: ApiError<Code> }[ApiErrorCode];

/** Whether `value` is a refusal or failure in the server's own words, from any copy of this package. */
export function isApiError(value: unknown): value is AnyApiError {
  return errorKind(value) === 'api';
}

/** Makes the error for a failure envelope. */
export function apiError(envelope: FailureEnvelope<string>, facts: AnswerFacts): ApiError {
  return new ApiError<ApiErrorCode>(isErrorCode(envelope.Code) ? envelope.Code : 'Unlisted', envelope, facts);
}

function retryByStatus(status: number): 'backoff' | 'never' {
  return status >= 500 || status === 429 ? 'backoff' : 'never';
}

/** A signature mismatch is answered with the text that was signed: it can hold tokens and whole pictures. */
function withoutSignedText(message: string): string {
  const [words = ''] = message.split(/\s*server (?:string ?to ?sign|canonical)/i, 1);
  return words.length > 500 ? `${words.slice(0, 500)}…` : words;
}
