import type { WhichPicture, PictureErrorCode } from '@semblance/picture';
import type { AuthenticationCode } from '@semblance/signing/verify';
import type { AccessDeniedDetail } from '@semblance/spec/types';

/** Why a request fails, in the engine's own words; `request/answer/error-map.ts` gives each its code on the wire. */
export type FailureReason =
  // transport
  | 'body-too-large'
  | 'body-incomplete'
  | 'transfer-timed-out'
  | 'request-malformed'
  | 'method-unsupported'
  | 'path-unknown'
  | 'tls-required'
  | 'overloaded'
  | 'format-unknown'
  // action
  | 'action-missing'
  | 'version-missing'
  | 'action-unsupported'
  | 'version-unknown'
  | 'parameter-invalid'
  // instance
  | 'instance-name-missing'
  | 'instance-name-empty'
  | 'instance-name-invalid'
  | 'instance-unknown'
  | 'instance-not-owned'
  | 'policy-denies'
  | 'instance-unavailable'
  | 'instance-type-unsupported'
  | 'flow-limited'
  | 'queue-full'
  | 'store-away'
  // pictures
  | 'picture-missing'
  | 'primary-picture-unreadable'
  | 'secondary-picture-unreadable'
  | 'picture-too-large'
  | 'picture-variant-unsupported'
  | 'picture-url-foreign'
  | 'picture-object-unknown'
  | 'picture-object-unreadable'
  | 'upload-quota-full'
  // analysis
  | 'deadline-passed'
  | 'extraction-timed-out'
  | 'features-invalid'
  | 'feature-cache-broken'
  | 'worker-died'
  | 'worker-silent'
  | 'worker-disconnected'
  | 'engine-unavailable'
  // anything else
  | 'unforeseen';

/** What every failure may carry. */
interface FailureFacts {
  /** The picture it is about. */
  readonly which?: WhichPicture;
  /** What exactly is wrong, in English, safe to show to the caller. */
  readonly detail?: string;
  /** Appended to the contract's message; for `SignatureDoesNotMatch` only. */
  readonly continuation?: string;
  /** For the log only: never part of an answer. */
  readonly cause?: unknown;
  /** Milliseconds after which a retry may help. */
  readonly retryAfterMs?: number;
  readonly accessDenied?: AccessDeniedDetail;
}

/** A failure the engine found. */
export interface EngineFailure extends FailureFacts {
  readonly reason: FailureReason;
}

/** A refusal by a check that clients run as well (signature, picture): it speaks in the contract's codes already. */
export interface SharedRefusal extends FailureFacts {
  readonly reason: 'refused';
  readonly code: AuthenticationCode | PictureErrorCode;
}

/** Why a request is answered with an error. */
export type Failure = EngineFailure | SharedRefusal;

/** Shorthand for a failed result. */
export function fail(
  reason: FailureReason,
  facts: FailureFacts = {},
): { readonly ok: false; readonly failure: EngineFailure } {
  return { ok: false, failure: { reason, ...facts } };
}

/** Shorthand for the refusal of a shared check. */
export function refuse(
  code: SharedRefusal['code'],
  facts: FailureFacts = {},
): { readonly ok: false; readonly failure: SharedRefusal } {
  return { ok: false, failure: { reason: 'refused', code, ...facts } };
}
