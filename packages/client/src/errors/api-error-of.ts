import { errorPageUrl, errorRetries, flowControlCodes, isErrorCode } from '@semblance/spec/error-policy';
import type { FailureEnvelope } from '@semblance/spec/types';
import { readPictureDetail } from '@semblance/wire';
import { ApiError } from './api-error.ts';
import type { ApiErrorCode, ApiErrorFacts } from './api-error.ts';
import { refusalMessage } from './refusal-message.ts';

/** Facts of an answer outside its envelope. */
export interface AnswerFacts {
  readonly action: string;
  readonly httpStatus: number;
  readonly requestId: string | undefined;
  readonly retryAfterMs: number | undefined;
  /** The header `x-semblance-detail`, sent by engine and mock but not by the cloud. */
  readonly detail: string | null;
}

/** Makes the error for a failure envelope. */
export function apiErrorOf(envelope: FailureEnvelope<string>, facts: AnswerFacts): ApiError {
  const { Code } = envelope;
  const code = isErrorCode(Code) ? Code : undefined;
  const said = readPictureDetail(facts.detail);
  const picture = said.picture ?? pictureOf(Code);
  const known = {
    action: facts.action,
    wireCode: Code,
    serverMessage: withoutSignedText(envelope.Message),
    httpStatus: facts.httpStatus,
    requestId: envelope.RequestId || facts.requestId,
    detail: said.detail,
    picture,
  };
  const isFlowControl = (flowControlCodes as readonly string[]).includes(Code);
  const guidance: Omit<ApiErrorFacts, keyof typeof known | 'message'> = {
    retry: code === undefined ? retryByStatus(facts.httpStatus) : errorRetries[code],
    retryAfterMs: facts.retryAfterMs,
    docsUrl: code === undefined ? envelope.Recommend : errorPageUrl(code),
    accessDeniedDetail: Code === 'NoPermission' ? (envelope.AccessDeniedDetail ?? {}) : undefined,
    isBusy: isFlowControl,
  };
  return new ApiError<ApiErrorCode>(code ?? 'Unlisted', { ...known, ...guidance, message: refusalMessage(known) });
}

/** The picture that a code names by itself; only two codes do. */
function pictureOf(code: string): 'primary' | 'secondary' | undefined {
  const [, name] = /^Invalid(Primary|Secondary)PicContent$/.exec(code) ?? [];
  return name === undefined ? undefined : name === 'Primary' ? 'primary' : 'secondary';
}

function retryByStatus(status: number): 'backoff' | 'never' {
  return status >= 500 || status === 429 ? 'backoff' : 'never';
}

/** Removes the signed text from the message of a signature mismatch, as it can contain tokens and whole pictures. */
function withoutSignedText(message: string): string {
  const [words = ''] = message.split(/\s*server (?:string ?to ?sign|canonical)/i, 1);
  return words.length > 500 ? `${words.slice(0, 500)}…` : words;
}
