import type { PictureRole } from '@semblance/wire';
import type { ErrorCode, UploadErrorCode } from '@semblance/spec/error-policy';
import type { ActionName } from '@semblance/spec/protocol';
import type { AccessDeniedDetail, AuthorizeFileUploadResult } from '@semblance/spec/types';
import type { PostResponse } from '@semblance/wire/render';
import type { FilledReply } from './custom-reply.ts';

/** A comparison answered with a score. */
export interface SuccessOutcome {
  readonly kind: 'success';
  /** 0 to 1. */
  readonly score: number;
  readonly accessDeniedDetail?: AccessDeniedDetail | undefined;
}

/** Any code of the contract. */
export interface FailureOutcome {
  readonly kind: 'failure';
  readonly code: ErrorCode;
  readonly accessDeniedDetail?: AccessDeniedDetail | undefined;
  /** Milliseconds after which to retry; sent as `Retry-After` and `x-acs-retry-after`. */
  readonly retryAfterMs?: number | undefined;
  /** What exactly is wrong, for the journal and the header `x-semblance-detail`; never part of the envelope. */
  readonly detail?: string | undefined;
  /** The picture that the detail is about. */
  readonly picture?: PictureRole | undefined;
  /** Appended to the contract's message; for `SignatureDoesNotMatch` only. */
  readonly continuation?: string | undefined;
}

/** A refusal of the upload form. */
export interface UploadFailureOutcome {
  readonly kind: 'upload-failure';
  readonly code: UploadErrorCode;
  readonly detail?: string | undefined;
}

/** What the mock answers, before it is rendered. */
export type Outcome =
  | SuccessOutcome
  | FailureOutcome
  | UploadFailureOutcome
  | { readonly kind: 'authorization'; readonly result: Omit<AuthorizeFileUploadResult, 'RequestId'> }
  /** The contract's example of another action. */
  | { readonly kind: 'example'; readonly action: ActionName; readonly result: Readonly<Record<string, unknown>> }
  | { readonly kind: 'stored'; readonly response: PostResponse; readonly status: 200 | 201 | 204 }
  /** A recorded answer, repeated byte by byte. */
  | {
      readonly kind: 'recorded';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>> | undefined;
    }
  /** An answer that a test wrote. */
  | ({ readonly kind: 'custom' } & FilledReply)
  /** The mock cannot answer as configured. The codes are its own, so that they are not mistaken for the service's. */
  | {
      readonly kind: 'own-failure';
      readonly code: 'ReplayMiss' | 'UpstreamUnreachable';
      readonly status: number;
      readonly detail: string;
    };

export function fail(code: ErrorCode, detail?: string): FailureOutcome {
  return { kind: 'failure', code, ...(detail === undefined ? {} : { detail }) };
}
