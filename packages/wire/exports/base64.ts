/** Base64 of pictures: strict reading with named repairs, fast writing. */
export type { Base64Decoding, Base64Failure, Base64FailureReason, Base64Repair } from '../src/base64-result.ts';
export { decodeBase64, type DecodeBase64Options } from '../src/decode-base64.ts';
export { decodeEscapedBase64 } from '../src/decode-escaped-base64.ts';
export { encodeBase64 } from '../src/encode-base64.ts';
