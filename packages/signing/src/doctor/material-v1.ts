import { hmac, toBase64, toHex } from '../digest.ts';
import { compareText } from '../parameter.ts';
import type { Parameter } from '../parameter.ts';
import { percentEncode } from '../percent-encode.ts';
import type { Encoder } from './encoders.ts';

/** All inputs of a V1 signature, each replaceable. */
export interface MaterialV1 {
  readonly method: string;
  /** The path as written in the string to sign. */
  readonly path: string;
  /** Query and form parameters, decoded, without `Signature`. */
  readonly parameters: readonly Parameter[];
  /** The key of the HMAC: the secret with `&` appended. */
  readonly hmacKey: string;
  /** The signature received. */
  readonly signature: string;
  readonly encode?: Encoder;
  /** Encodes the joined parameters a second time. */
  readonly encodeJoined?: Encoder;
  readonly sort?: ((left: Parameter, right: Parameter) => number) | 'none';
}

/** The string to sign of the material. */
export function stringToSignOf(material: MaterialV1): string {
  const { encode = percentEncode, encodeJoined = percentEncode, sort = byName } = material;
  const parameters = sort === 'none' ? material.parameters : [...material.parameters].sort(sort);
  const joined = parameters.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&');
  return `${material.method}&${material.path}&${encodeJoined(joined)}`;
}

/** Approximate number of bytes hashed for one signature; encoding adds little to pictures. */
export function costOf({ parameters }: MaterialV1): number {
  return parameters.reduce((sum, [name, value]) => sum + name.length + value.length, 256);
}

/** Whether the material yields the caller's signature, in any notation. */
export async function reproducesV1(
  material: MaterialV1,
  hash: 'SHA-1' | 'SHA-256' = 'SHA-1',
): Promise<'no' | 'yes' | 'written-differently'> {
  const digest = await hmac({ hash, key: material.hmacKey, message: stringToSignOf(material) });
  if (material.signature === toBase64(digest)) return 'yes';
  return material.signature.toLowerCase() === toHex(digest) ? 'written-differently' : 'no';
}

function byName(left: Parameter, right: Parameter): number {
  return compareText(left[0], right[0]);
}
