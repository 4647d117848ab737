import { hmac, sha256Hex, toHex } from './digest.ts';

/** A V3 signature algorithm: its name on the wire and its hash function. */
export interface V3Algorithm {
  /** First word of the `Authorization` header and first line of the string to sign. */
  readonly name: 'ACS3-HMAC-SHA256' | 'ACS3-HMAC-SM3';
  /** Hash of a text's UTF-8 form, or of bytes, as 64 lower-case hex digits. */
  readonly digestHex: (data: string | Uint8Array) => Promise<string>;
  /** Keyed hash (RFC 2104) as 64 lower-case hex digits. @throws RangeError for an empty key. */
  readonly hmacHex: (key: string, message: string) => Promise<string>;
}

/** The default of every client. */
export const acs3HmacSha256: V3Algorithm = {
  name: 'ACS3-HMAC-SHA256',
  digestHex: sha256Hex,
  hmacHex: async (key, message) => toHex(await hmac({ hash: 'SHA-256', key, message })),
};
