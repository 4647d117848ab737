import type { Authorization } from '../authorization.ts';
import { canonicalHeaders } from '../canonical-headers.ts';
import type { HeaderMap } from '../canonical-headers.ts';
import { canonicalRequest } from '../canonical-request.ts';
import { hmac, toBase64, toHex } from '../digest.ts';
import { stringToSignV3 } from '../string-to-sign-v3.ts';
import type { V3Algorithm } from '../v3-algorithm.ts';

/** All inputs of a V3 signature, each replaceable. */
export interface MaterialV3 {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: HeaderMap;
  readonly authorization: Authorization;
  readonly algorithm: V3Algorithm;
  readonly payloadHash: string;
  readonly secret: string;
}

/** The canonical request of the material. */
export function canonicalRequestOf(material: MaterialV3): string {
  const { signedHeaders } = material.authorization;
  return canonicalRequest({
    ...material,
    headers: canonicalHeaders(material.headers, signedHeaders.split(';')),
    signedHeaders,
  });
}

/** The material with one header replaced. */
export function withHeader(material: MaterialV3, name: string, value: string): MaterialV3 {
  return { ...material, headers: new Map([...material.headers, [name, [value]]]) };
}

/** How a signature was made from a canonical request: correctly, or with a known mistake. */
export type SigningManner = 'right' | 'not-hashed' | 'no-blank-line' | 'sha1';

/** Whether the material yields the caller's signature, in either notation. */
export async function reproducesV3(
  material: MaterialV3,
  manner: SigningManner = 'right',
): Promise<'no' | 'yes' | 'written-differently'> {
  const canonical = canonicalRequestOf(material);
  const text = manner === 'no-blank-line' ? canonical.replace(/\n\n(?=[^\n]*\n[^\n]*$)/, '\n') : canonical;
  const message = manner === 'not-hashed' ? text : await stringToSignV3(text, material.algorithm);
  const digest =
    manner === 'sha1'
      ? toHex(await hmac({ hash: 'SHA-1', key: material.secret, message }))
      : await material.algorithm.hmacHex(material.secret, message);
  const { signature } = material.authorization;
  if (signature === digest) return 'yes';
  return signature.toLowerCase() === digest || signature === hexToBase64(digest) ? 'written-differently' : 'no';
}

function hexToBase64(hex: string): string {
  return toBase64(Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16)));
}

/** Display name of the algorithm's hash function. */
export function hashName({ name }: V3Algorithm): 'SHA-256' | 'SM3' {
  return name === 'ACS3-HMAC-SM3' ? 'SM3' : 'SHA-256';
}
