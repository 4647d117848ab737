import { canonicalHeaders, type HeaderMap } from './canonical-headers.ts';
import { canonicalQuery } from './canonical-query.ts';
import { canonicalRequest } from './canonical-request.ts';
import { hmac, sha256Hex, toHex } from './digest.ts';
import type { Parameter } from './parameter.ts';
import type { SigningKey } from './signing-key.ts';
import { stringToSignV3, V3_ALGORITHM } from './string-to-sign-v3.ts';
import { formatTimestamp } from './timestamp.ts';

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
  /** SHA-256 of the body in lower-case hex, if already known: spares hashing again on a retry. */
  readonly bodySha256?: string | undefined;
  readonly key: SigningKey;
  /** The moment of signing; the server accepts 15 minutes either way. */
  readonly date: Date;
  /** New for every attempt; see `createNonce`. */
  readonly nonce: string;
}

/** What signing yields. */
export interface SignedV3 {
  /** Headers to send, `authorization` included, `host` excluded (the HTTP stack sends it). Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  /** SHA-256 of the body in lower-case hex, to be handed back as `bodySha256` on a retry. */
  readonly bodySha256: string;
  /** For looking at; holds the security token of temporary credentials, so do not log it. */
  readonly canonicalRequest: string;
  readonly stringToSign: string;
}

/**
 * Signs a request with `ACS3-HMAC-SHA256`.
 * @throws RangeError when the secret is empty.
 * @source "Request syntax and signature method V3", Alibaba Cloud documentation.
 */
export async function signV3(input: SignV3Input): Promise<SignedV3> {
  const bodySha256 = input.bodySha256 ?? (await sha256Hex(input.body ?? ''));
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
  const stringToSign = await stringToSignV3(request);
  const signature = await signatureV3(input.key.accessKeySecret, stringToSign);
  const credential = `Credential=${input.key.accessKeyId},SignedHeaders=${signedNames.join(';')},Signature=${signature}`;
  const { host: _host, ...sent } = headers;
  return {
    headers: { ...sent, authorization: `${V3_ALGORITHM} ${credential}` },
    bodySha256,
    canonicalRequest: request,
    stringToSign,
  };
}

/** The V3 signature: HMAC-SHA-256 under the bare secret, 64 lower-case hex digits. */
export async function signatureV3(secret: string, stringToSign: string): Promise<string> {
  return toHex(await hmac({ hash: 'SHA-256', key: secret, message: stringToSign }));
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
