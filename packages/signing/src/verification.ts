import type { GatewayErrorCode } from '@semblance/spec/error-policy';
import { clockWindowMinutes } from '@semblance/spec/limits';
import type { Dialect } from './detect-dialect.ts';
import type { NonceStore } from './nonce-store.ts';

/** Every code with which a signature can be refused; each is one of the contract's gateway codes. */
export type AuthenticationCode = Extract<
  GatewayErrorCode,
  | 'MissingAction'
  | 'MissingVersion'
  | 'MissingAccessKeyId'
  | 'MissingSignature'
  | 'MissingSignatureMethod'
  | 'MissingSignatureVersion'
  | 'MissingSignatureNonce'
  | 'MissingTimestamp'
  | 'MissingSecurityToken'
  | 'IncompleteSignature'
  | 'InvalidSignatureMethod'
  | 'InvalidAccessKeyId.NotFound'
  | 'InvalidAccessKeyId.Inactive'
  | 'InvalidSecurityToken.Malformed'
  | 'InvalidSecurityToken.Expired'
  | 'InvalidSecurityToken.MismatchWithAccessKey'
  | 'InvalidTimeStamp.Format'
  | 'InvalidTimeStamp.Expired'
  | 'SignatureDoesNotMatch'
  | 'SignatureNonceUsed'
  | 'ServiceUnavailable'
>;

/** An access key as known to the verifier. */
export interface AccessKey {
  readonly accessKeySecret: string;
  /** `false` for a disabled key; default `true`. */
  readonly active?: boolean | undefined;
  /** Present for temporary (STS) keys only. */
  readonly temporary?: TemporaryKey | undefined;
}

/** Token and expiry of a temporary key. */
export interface TemporaryKey {
  readonly securityToken: string;
  /** Milliseconds since 1970; from then on the token is refused. */
  readonly expiresAtMs: number;
}

/** Finds a key. It also receives the caller's token, not yet verified, for issuers whose tokens contain the secret. */
export type KeyLookup = (
  accessKeyId: string,
  presentedToken: string | undefined,
) => AccessKey | undefined | Promise<AccessKey | undefined>;

/** Options of verification. */
export interface VerifyOptions {
  readonly findKey: KeyLookup;
  /** The current time, milliseconds since 1970. */
  readonly nowMs: number;
  /** Largest distance of the request's date from `nowMs` in either direction; default 15 minutes. */
  readonly windowMs?: number | undefined;
  /** Remembers nonces; without it replays are not detected. */
  readonly nonceStore?: NonceStore | undefined;
  /** Called with the cause when the store fails; the request is refused. */
  readonly onNonceStoreFault?: ((cause: unknown) => void) | undefined;
}

/** Facts of a verified request, all covered by the signature. */
export interface VerifiedRequest {
  readonly dialect: Dialect;
  readonly accessKeyId: string;
  readonly action: string;
  readonly version: string;
  /** Date of the signature, milliseconds since 1970. */
  readonly signedAtMs: number;
  /** True for a temporary (STS) key. */
  readonly temporary: boolean;
}

/** Why a request is refused. */
export interface VerificationFailure {
  readonly code: AuthenticationCode;
  /** What exactly is wrong, in English, safe to show to the caller: names only, no secret, no signature, no value. */
  readonly detail: string;
}

/** Result of verifying. */
export type Verification =
  | { readonly ok: true; readonly value: VerifiedRequest }
  | { readonly ok: false; readonly failure: VerificationFailure };

export function refuse(
  code: AuthenticationCode,
  detail: string,
): { readonly ok: false; readonly failure: VerificationFailure } {
  return { ok: false, failure: { code, detail } };
}

/** Default of `windowMs`: the contract's 15 minutes. */
export const defaultWindowMs: number = clockWindowMinutes * 60_000;
