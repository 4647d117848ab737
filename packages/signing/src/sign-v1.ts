import { hmac, toBase64 } from './digest.ts';
import type { Parameter } from './parameter.ts';
import type { SigningKey } from './signing-key.ts';
import { stringToSignV1 } from './string-to-sign-v1.ts';
import { formatTimestamp } from './timestamp.ts';

/** Value of the parameter `SignatureMethod`. */
export const v1Method = 'HMAC-SHA1';
/** Value of the parameter `SignatureVersion`. */
export const v1Version = '1.0';

/** A request to be signed in the parameter dialect (V1). */
export interface SignV1Input {
  /** HTTP method; upper-cased for signing. */
  readonly method: string;
  readonly action: string;
  readonly version: string;
  /** `JSON` or `XML`; the gateway answers XML without it. */
  readonly format?: string | undefined;
  /** The operation's own parameters, decoded, wherever they will be placed. */
  readonly parameters: Iterable<Parameter>;
  readonly key: SigningKey;
  readonly date: Date;
  /** New for every attempt; see `createNonce`. */
  readonly nonce: string;
}

/** Result of `signV1`. */
export interface SignedV1 {
  /** The common parameters, `Signature` last; send them in the query or in the form, beside the operation's own. */
  readonly commonParameters: readonly Parameter[];
  /** For inspection; twice as long as the encoded pictures. Do not log it. */
  readonly stringToSign: string;
}

/**
 * Signs a request with HMAC-SHA1 over all of its parameters.
 * @throws RangeError when the secret is empty.
 * @source "Signature method V2 for RPC APIs", Alibaba Cloud documentation (its own parameter says `SignatureVersion=1.0`).
 */
export async function signV1(input: SignV1Input): Promise<SignedV1> {
  const common = commonParameters(input);
  const stringToSign = stringToSignV1({
    method: input.method.toUpperCase(),
    parameters: [...common, ...input.parameters],
  });
  const signature = await signatureV1(input.key.accessKeySecret, stringToSign);
  return {
    commonParameters: [...common, ['Signature', signature]],
    stringToSign: new TextDecoder().decode(stringToSign),
  };
}

/**
 * The V1 signature: Base64 of HMAC-SHA-1 under the secret with `&` appended, 28 characters.
 * @throws RangeError when the secret is empty.
 */
export async function signatureV1(secret: string, stringToSign: string | Uint8Array): Promise<string> {
  if (secret === '') throw new RangeError('The AccessKeySecret is empty.');
  return toBase64(await hmac({ hash: 'SHA-1', key: `${secret}&`, message: stringToSign }));
}

function commonParameters({ action, version, format, key, date, nonce }: SignV1Input): Parameter[] {
  return [
    ['Action', action],
    ['Version', version],
    ...(format === undefined ? [] : [['Format', format] as const]),
    ['AccessKeyId', key.accessKeyId],
    ['SignatureMethod', v1Method],
    ['SignatureVersion', v1Version],
    ['SignatureNonce', nonce],
    ['Timestamp', formatTimestamp(date)],
    ...(key.securityToken === undefined ? [] : [['SecurityToken', key.securityToken] as const]),
  ];
}
