import { sha256Hex } from './digest.ts';

/** Name of the V3 signature algorithm, first word of the `Authorization` header and first line of the string to sign. */
export const V3_ALGORITHM = 'ACS3-HMAC-SHA256';

/** Algorithm name, line feed, SHA-256 of the canonical request in lower-case hex. */
export async function stringToSignV3(canonicalRequest: string): Promise<string> {
  return `${V3_ALGORITHM}\n${await sha256Hex(canonicalRequest)}`;
}
