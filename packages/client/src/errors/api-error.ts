import type { ErrorCode } from '@semblance/spec/error-policy';
import type { AccessDeniedDetail } from '@semblance/spec/types';
import { errorKind, SemblanceError } from './semblance-error.ts';
import type { ErrorFacts } from './semblance-error.ts';

/** Codes of the contract, and `Unlisted` for a code it does not know; `wireCode` then holds the code itself. */
export type ApiErrorCode = ErrorCode | 'Unlisted';

/** What makes an `ApiError`; see its fields. */
export interface ApiErrorFacts extends ErrorFacts {
  readonly message: string;
  readonly action: string;
  readonly wireCode: string;
  readonly serverMessage: string;
  readonly accessDeniedDetail?: AccessDeniedDetail | undefined;
  readonly isLocal?: boolean;
  readonly isBusy?: boolean;
}

/** The server refused the request or failed, and said so in an envelope; or the client's own check foresaw that it would. */
export class ApiError<Code extends ApiErrorCode = ApiErrorCode> extends SemblanceError<Code> {
  override readonly name = 'ApiError';
  /** The operation that was asked for. */
  readonly action: string;
  /** The code as the server sent it; differs from `code` only for `Unlisted`. */
  readonly wireCode: string;
  /** The server's own words; the contract's when the client refuses by itself. */
  readonly serverMessage: string;
  /** Who was refused and why; `{}` when the server did not say. */
  readonly accessDeniedDetail: Code extends 'NoPermission' ? AccessDeniedDetail : undefined;
  /** Whether the client refused by itself, because of the option `check`: nothing was sent. */
  readonly isLocal: boolean;
  /** Whether the server has nothing against the request, only too much to do. */
  readonly isBusy: boolean;

  constructor(code: Code, facts: ApiErrorFacts) {
    super('api', { code, message: facts.message }, facts);
    this.action = facts.action;
    this.wireCode = facts.wireCode;
    this.serverMessage = facts.serverMessage;
    this.accessDeniedDetail = facts.accessDeniedDetail as typeof this.accessDeniedDetail;
    this.isLocal = facts.isLocal ?? false;
    this.isBusy = facts.isBusy ?? false;
  }
}

/** Union of the API errors by code, so that comparing `code` narrows to one of them. */
export type AnyApiError = { [Code in ApiErrorCode]: ApiError<Code> }[ApiErrorCode];

/** Whether `value` is a refusal or failure in the server's own words, from any copy of this package. */
export function isApiError(value: unknown): value is AnyApiError {
  return errorKind(value) === 'api';
}
