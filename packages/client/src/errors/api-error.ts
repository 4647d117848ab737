import type { ErrorCode } from '@semblance/spec/error-policy';
import type { AccessDeniedDetail } from '@semblance/spec/types';
import { errorKind, SemblanceError } from './semblance-error.ts';
import type { ErrorFacts } from './semblance-error.ts';

/** Codes of the contract, and `Unlisted` for an unknown code, which `wireCode` then contains. */
export type ApiErrorCode = ErrorCode | 'Unlisted';

/** Fields of an `ApiError`. */
export interface ApiErrorFacts extends ErrorFacts {
  readonly message: string;
  readonly action: string;
  readonly wireCode: string;
  readonly serverMessage: string;
  readonly accessDeniedDetail?: AccessDeniedDetail | undefined;
  readonly isLocal?: boolean;
  readonly isBusy?: boolean;
}

/** The server refused the request or failed, and said so in an envelope; or the client's own check refused the picture. */
export class ApiError<Code extends ApiErrorCode = ApiErrorCode> extends SemblanceError<Code> {
  override readonly name = 'ApiError';
  /** The requested action. */
  readonly action: string;
  /** The code as the server sent it; differs from `code` only for `Unlisted`. */
  readonly wireCode: string;
  /** The server's message; the contract's when the client refused by itself. */
  readonly serverMessage: string;
  /** Who was refused and why; `{}` if the server did not say. */
  readonly accessDeniedDetail: Code extends 'NoPermission' ? AccessDeniedDetail : undefined;
  /** Whether the client refused the picture because of the option `check`, without sending anything. */
  readonly isLocal: boolean;
  /** Whether the server refused only because of its load. */
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

/** Union of the API errors by code, so that comparing `code` narrows the type. */
export type AnyApiError = { [Code in ApiErrorCode]: ApiError<Code> }[ApiErrorCode];

/** Whether `value` is an `ApiError`, from any copy of this package. */
export function isApiError(value: unknown): value is AnyApiError {
  return errorKind(value) === 'api';
}
