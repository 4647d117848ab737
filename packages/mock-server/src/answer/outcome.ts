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
  /** Milliseconds after which trying again is worthwhile; sent as `Retry-After` and `x-acs-retry-after`. */
  readonly retryAfterMs?: number | undefined;
  /** What exactly is wrong, for the journal and the header `x-semblance-detail`; never part of the envelope. */
  readonly detail?: string | undefined;
  /** The picture the detail speaks of. */
  readonly picture?: PictureRole | undefined;
  /** What the message goes on to say after the contract's sentence; of `SignatureDoesNotMatch` only. */
  readonly continuation?: string | undefined;
}

/** A refusal of the upload form. */
export interface UploadFailureOutcome {
  readonly kind: 'upload-failure';
  readonly code: UploadErrorCode;
  readonly detail?: string | undefined;
}

/** What is answered, before it is written in a format. */
export type Outcome =
  | SuccessOutcome
  | FailureOutcome
  | UploadFailureOutcome
  | { readonly kind: 'authorization'; readonly result: Omit<AuthorizeFileUploadResult, 'RequestId'> }
  /** The contract's example of another action. */
  | { readonly kind: 'example'; readonly action: ActionName; readonly result: Readonly<Record<string, unknown>> }
  | { readonly kind: 'stored'; readonly response: PostResponse; readonly status: 200 | 201 | 204 }
  /** A recorded answer, repeated to the letter. */
  | {
      readonly kind: 'recorded';
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>> | undefined;
    }
  /** An answer that a test wrote. */
  | ({ readonly kind: 'custom' } & FilledReply)
  /** The mock cannot do what it was set up for; the codes are its own, so that nobody takes them for the service's. */
  | {
      readonly kind: 'own-failure';
      readonly code: 'ReplayMiss' | 'UpstreamUnreachable';
      readonly status: number;
      readonly detail: string;
    };

/** Shorthand for a refusal. */
export function fail(code: ErrorCode, detail?: string): FailureOutcome {
  return { kind: 'failure', code, ...(detail === undefined ? {} : { detail }) };
}
