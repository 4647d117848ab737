import { parseAuthorization } from './authorization.ts';
import type { Authorization } from './authorization.ts';
import { canonicalHeaders } from './canonical-headers.ts';
import type { HeaderMap } from './canonical-headers.ts';
import { canonicalRequest } from './canonical-request.ts';
import { checkKey } from './check-key.ts';
import { checkNonce } from './check-nonce.ts';
import { signedHeadersFault } from './check-signed-headers.ts';
import { checkTime } from './check-time.ts';
import { constantTimeEqual } from './constant-time-equal.ts';
import { headerMap, headerValue, splitTarget } from './received-request.ts';
import type { ReceivedRequest } from './received-request.ts';
import { receivedQuery } from './received-query.ts';
import { stringToSignV3 } from './string-to-sign-v3.ts';
import { acs3HmacSha256 } from './v3-algorithm.ts';
import { algorithmNamed, v3Algorithms } from './v3-algorithms.ts';
import { refuse } from './verification.ts';
import type { AccessKey, Verification, VerificationFailure, VerifyOptions } from './verification.ts';

/**
 * Verifies a header signature (`ACS3-HMAC-SHA256` or `ACS3-HMAC-SM3`). Order of checks: signed headers, action and version, key and
 * security token, date, body hash and signature, nonce. For a request without a nonce the signature is remembered instead, so that it
 * cannot be replayed either.
 */
export async function verifyV3(request: ReceivedRequest, options: VerifyOptions): Promise<Verification> {
  const headers = headerMap(request.headers);
  const shape = checkShape(headers, request.body);
  if (!shape.ok) return shape;
  const authorization = shape.value;
  const { accessKeyId } = authorization;
  const key = await checkKey({ accessKeyId, securityToken: headerValue(headers, 'x-acs-security-token') }, options);
  if (!key.ok) return key;
  const time = checkTime('x-acs-date', headerValue(headers, 'x-acs-date') ?? '', options);
  if (!time.ok) return time;
  const fault = await signatureFault({ request, headers, authorization, key: key.value });
  if (fault !== undefined) return refuse('SignatureDoesNotMatch', fault);
  const value = {
    dialect: 'V3',
    accessKeyId,
    action: headerValue(headers, 'x-acs-action') ?? '',
    version: headerValue(headers, 'x-acs-version') ?? '',
    signedAtMs: time.value,
    temporary: key.value.temporary !== undefined,
  } as const;
  return checkNonce(
    value,
    headerValue(headers, 'x-acs-signature-nonce') ?? `signature:${authorization.signature}`,
    options,
  );
}

type ShapeCheck =
  | { readonly ok: true; readonly value: Authorization }
  | { readonly ok: false; readonly failure: VerificationFailure };

function checkShape(headers: HeaderMap, body: Uint8Array): ShapeCheck {
  if ((headers.get('authorization')?.length ?? 0) > 1)
    return refuse('IncompleteSignature', 'The header authorization occurs more than once.');
  const authorization = parseAuthorization(headerValue(headers, 'authorization') ?? '');
  if (authorization === undefined) {
    return refuse(
      'IncompleteSignature',
      `Authorization must read "${acs3HmacSha256.name} Credential=…,SignedHeaders=…,Signature=…".`,
    );
  }
  if (algorithmNamed(authorization.algorithm) === undefined) {
    const known = v3Algorithms.map(({ name }) => name).join(' and ');
    return refuse('InvalidSignatureMethod', `Only ${known} are accepted.`);
  }
  const missing = missingCommonHeader(headers);
  if (missing !== undefined) return missing;
  const fault = signedHeadersFault(headers, authorization.signedHeaders.split(';'), body.length === 0);
  if (fault !== undefined) return refuse('IncompleteSignature', fault);
  const echoedId = headerValue(headers, 'x-acs-accesskey-id');
  if (echoedId !== undefined && echoedId !== authorization.accessKeyId)
    return refuse('IncompleteSignature', 'x-acs-accesskey-id differs from the Credential in Authorization.');

  return { ok: true, value: authorization };
}

function missingCommonHeader(headers: HeaderMap): ReturnType<typeof refuse> | undefined {
  if ((headerValue(headers, 'x-acs-action') ?? '') === '')
    return refuse('MissingAction', 'The header x-acs-action is missing.');
  if ((headerValue(headers, 'x-acs-version') ?? '') === '')
    return refuse('MissingVersion', 'The header x-acs-version is missing.');
  return undefined;
}

interface SignedMaterial {
  readonly request: ReceivedRequest;
  readonly headers: HeaderMap;
  readonly authorization: Authorization;
  readonly key: AccessKey;
}

async function signatureFault({ request, headers, authorization, key }: SignedMaterial): Promise<string | undefined> {
  const algorithm = algorithmNamed(authorization.algorithm) ?? acs3HmacSha256;
  const payloadHash = await algorithm.digestHex(request.body);
  if (!constantTimeEqual(payloadHash, headerValue(headers, 'x-acs-content-sha256') ?? ''))
    return 'The body received does not have the hash stated in x-acs-content-sha256.';

  const { path, query } = splitTarget(request.target);
  const canonicalQuery = receivedQuery(query);
  if (canonicalQuery === undefined) return 'The query has more parameters, or longer names, than are read.';
  const canonical = canonicalRequest({
    method: request.method.toUpperCase(),
    path,
    query: canonicalQuery,
    headers: canonicalHeaders(headers, authorization.signedHeaders.split(';')),
    signedHeaders: authorization.signedHeaders,
    payloadHash,
  });
  const expected = await algorithm.hmacHex(key.accessKeySecret, await stringToSignV3(canonical, algorithm));
  return constantTimeEqual(expected, authorization.signature)
    ? undefined
    : 'The signature does not match the request received.';
}
