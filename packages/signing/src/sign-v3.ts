import { canonicalHeaders } from './canonical-headers.ts';
import type { HeaderMap } from './canonical-headers.ts';
import { canonicalQuery } from './canonical-query.ts';
import { canonicalRequest } from './canonical-request.ts';
import type { Parameter } from './parameter.ts';
import type { SigningKey } from './signing-key.ts';
import { stringToSignV3 } from './string-to-sign-v3.ts';
import { formatTimestamp } from './timestamp.ts';
import { acs3HmacSha256 } from './v3-algorithm.ts';
import type { V3Algorithm } from './v3-algorithm.ts';

/** A request to be signed in the header dialect (V3). */
export interface SignV3Input {
  /** HTTP method; upper-cased for signing. */
  readonly method: string;
  /** Value of the `Host` header exactly as it will be sent, a non-default port included. */
  readonly host: string;
  /** Path of the URL; `/` (the default) for every RPC operation. */
  readonly path?: string | undefined;
  /** The URL's query parameters, decoded. */
  readonly query?: Iterable<Parameter> | undefined;
  /** The operation, e.g. `CompareSimilarByImage`. */
  readonly action: string;
  /** The API version, e.g. `2020-12-14`. */
  readonly version: string;
  /** Value of `content-type`, when the request has one. */
  readonly contentType?: string | undefined;
  /** More headers to sign: lower-case names beginning with `x-acs-`. */
  readonly extraHeaders?: Readonly<Record<string, string>> | undefined;
  /** Body bytes exactly as they will be sent. */
  readonly body?: Uint8Array | undefined;
  /** Hash of the body (SHA-256, or the algorithm's) in lower-case hex, if already known, so that a retry need not hash again. */
  readonly bodySha256?: string | undefined;
  readonly key: SigningKey;
  /** The moment of signing; the server accepts 15 minutes either way. */
  readonly date: Date;
  /** New for every attempt; see `createNonce`. */
  readonly nonce: string;
  /** Default `ACS3-HMAC-SHA256`; `@semblance/signing/sm3` has the other. */
  readonly algorithm?: V3Algorithm | undefined;
}

/** Result of `signV3`. */
export interface SignedV3 {
  /** Headers to send, `authorization` included, `host` excluded (the HTTP stack sends it). Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** Hash of the body in lower-case hex; pass it as `bodySha256` on a retry. */
  readonly bodySha256: string;
  /** For inspection; contains the security token of temporary credentials, so do not log it. */
  readonly canonicalRequest: string;
  readonly stringToSign: string;
}

/**
 * Signs a request with `ACS3-HMAC-SHA256`, or another algorithm of the same structure.
 * @throws RangeError when the secret is empty.
 * @source "Request syntax and signature method V3", Alibaba Cloud documentation.
 */
export async function signV3(input: SignV3Input): Promise<SignedV3> {
  const { algorithm = acs3HmacSha256 } = input;
  const bodySha256 = input.bodySha256 ?? (await algorithm.digestHex(input.body ?? ''));
  const headers = headersToSign(input, bodySha256);
  const signedNames = Object.keys(headers).sort();
  const request = canonicalRequest({
    method: input.method.toUpperCase(),
    path: input.path ?? '/',
    query: canonicalQuery(input.query ?? []),
    headers: canonicalHeaders(toHeaderMap(headers), signedNames),
    signedHeaders: signedNames.join(';'),
    payloadHash: bodySha256,
  });
  const stringToSign = await stringToSignV3(request, algorithm);
  const signature = await algorithm.hmacHex(input.key.accessKeySecret, stringToSign);
  const credential = `Credential=${input.key.accessKeyId},SignedHeaders=${signedNames.join(';')},Signature=${signature}`;
  const { host: _host, ...sent } = headers;
  return {
    headers: { ...sent, authorization: `${algorithm.name} ${credential}` },
    bodySha256,
    canonicalRequest: request,
    stringToSign,
  };
}

function headersToSign(input: SignV3Input, bodySha256: string): Record<string, string> {
  const { key } = input;
  return {
    ...input.extraHeaders,
    host: input.host,
    ...(input.contentType === undefined ? {} : { 'content-type': input.contentType }),
    'x-acs-action': input.action,
    'x-acs-version': input.version,
    'x-acs-date': formatTimestamp(input.date),
    'x-acs-signature-nonce': input.nonce,
    'x-acs-content-sha256': bodySha256,
    ...(key.securityToken === undefined
      ? {}
      : { 'x-acs-accesskey-id': key.accessKeyId, 'x-acs-security-token': key.securityToken }),
  };
}

function toHeaderMap(headers: Readonly<Record<string, string>>): HeaderMap {
  return new Map(Object.entries(headers).map(([name, value]) => [name, [value]]));
}
