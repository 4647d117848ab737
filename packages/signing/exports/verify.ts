/** Verifies signed requests. */
export { detectDialect, type Dialect } from '../src/detect-dialect.ts';
export {
  createNonceStore,
  type NonceEntry,
  type NonceStore,
  type NonceStoreOptions,
  type NonceUse,
  type NonceVerdict,
} from '../src/nonce-store.ts';
export type { HeaderFields, ReceivedRequest } from '../src/received-request.ts';
export {
  defaultWindowMs,
  type AccessKey,
  type AuthenticationCode,
  type KeyLookup,
  type TemporaryKey,
  type Verification,
  type VerificationFailure,
  type VerifiedRequest,
  type VerifyOptions,
} from '../src/verification.ts';
export { verify } from '../src/verify.ts';
export { verifyV1 } from '../src/verify-v1.ts';
export { verifyV3 } from '../src/verify-v3.ts';
