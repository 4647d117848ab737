/** Signs requests. `@semblance/signing/verify` verifies them, `@semblance/signing/doctor` explains a mismatch. */
export { sha256Hex } from '../src/digest.ts';
export { createNonce, type RandomSource } from '../src/nonce.ts';
export type { Parameter } from '../src/parameter.ts';
export { percentEncode } from '../src/percent-encode.ts';
export { signV1, type SignedV1, type SignV1Input } from '../src/sign-v1.ts';
export { signV3, type SignedV3, type SignV3Input } from '../src/sign-v3.ts';
export type { SigningKey } from '../src/signing-key.ts';
export { formatTimestamp } from '../src/timestamp.ts';
export { acs3HmacSha256, type V3Algorithm } from '../src/v3-algorithm.ts';
