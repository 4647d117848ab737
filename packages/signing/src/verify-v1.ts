import { checkKey } from './check-key.ts';
import { checkNonce } from './check-nonce.ts';
import { checkTime } from './check-time.ts';
import { constantTimeEqual } from './constant-time-equal.ts';
import { decodeText } from './encoded-text.ts';
import { MAX_PARAMETERS, splitParameters, type ReceivedParameter } from './received-parameters.ts';
import { splitTarget, type ReceivedRequest } from './received-request.ts';
import { receivedStringToSignV1 } from './received-string-to-sign-v1.ts';
import { signatureV1, V1_METHOD, V1_VERSION } from './sign-v1.ts';
import { refuse, type Verification, type VerificationFailure, type VerifyOptions } from './verification.ts';

/**
 * Verifies a parameter signature (HMAC-SHA1). Order of checks: parameters present and single, method, key and security token,
 * date, signature, nonce.
 *
 * The body always counts as form parameters, whatever its content type says, so that no byte of it escapes the signature.
 * When a name occurs more than once the string to sign holds the query's occurrences before the body's; a reader that
 * lets the last one win sees what was signed.
 */
export async function verifyV1(request: ReceivedRequest, options: VerifyOptions): Promise<Verification> {
  const parameters = receivedParametersV1(request);
  if (parameters === undefined)
    return refuse('IncompleteSignature', 'There are more parameters, or longer names, than are read.');
  const common = readCommon(parameters);
  if (!common.ok) return common;
  const { text } = common;
  const key = await checkKey({ accessKeyId: text.AccessKeyId, securityToken: common.securityToken }, options);
  if (!key.ok) return key;
  const time = checkTime('Timestamp', text.Timestamp, options);
  if (!time.ok) return time;
  if (splitTarget(request.target).path !== '/')
    return refuse('SignatureDoesNotMatch', 'The signature is for the path "/".');
  const expected = await signatureV1(key.value.accessKeySecret, signedBytesV1(request, parameters));
  if (!constantTimeEqual(expected, text.Signature)) {
    return refuse('SignatureDoesNotMatch', 'The signature does not match the request received.');
  }
  const value = {
    dialect: 'V1',
    accessKeyId: text.AccessKeyId,
    action: text.Action,
    version: text.Version,
    signedAtMs: time.value,
    temporary: key.value.temporary !== undefined,
  } as const;
  return checkNonce(value, text.SignatureNonce, options);
}

/** Query and form parameters in that order, or `undefined` when there are too many. */
export function receivedParametersV1(request: ReceivedRequest): readonly ReceivedParameter[] | undefined {
  const query = splitParameters(splitTarget(request.target).query, MAX_PARAMETERS);
  const form = splitParameters(request.body, MAX_PARAMETERS);
  return query === undefined || form === undefined ? undefined : [...query, ...form];
}

function signedBytesV1(request: ReceivedRequest, parameters: readonly ReceivedParameter[]): Uint8Array {
  const signed = parameters.filter(({ name }) => name !== 'Signature');
  return receivedStringToSignV1(request.method.toUpperCase(), signed);
}

/** In the order in which a missing one is reported. */
const REQUIRED = [
  'Action',
  'Version',
  'AccessKeyId',
  'Signature',
  'SignatureMethod',
  'SignatureVersion',
  'SignatureNonce',
  'Timestamp',
] as const;

type CommonName = (typeof REQUIRED)[number];
type CommonText = Record<CommonName, string>;
type Refusal = { readonly ok: false; readonly failure: VerificationFailure };
type CommonCheck =
  | { readonly ok: true; readonly text: CommonText; readonly securityToken: string | undefined }
  | Refusal;

function readCommon(parameters: readonly ReceivedParameter[]): CommonCheck {
  const found = new Map<string, string>();
  const wanted = new Set<string>([...REQUIRED, 'SecurityToken', 'Format']);
  for (const { name, encodedValue } of parameters) {
    if (wanted.has(name)) {
      if (found.has(name)) return refuse('IncompleteSignature', `The parameter ${name} occurs more than once.`);
      if (encodedValue.end - encodedValue.start > MAX_COMMON_BYTES)
        return refuse('IncompleteSignature', `The parameter ${name} is too long.`);
      found.set(name, decodeText(encodedValue));
    }
  }
  for (const name of REQUIRED) {
    if ((found.get(name) ?? '') === '') return refuse(`Missing${name}`, `The parameter ${name} is missing.`);
  }
  const text = Object.fromEntries(REQUIRED.map((name) => [name, found.get(name) ?? ''])) as CommonText;
  return methodFault(text) ?? { ok: true, text, securityToken: found.get('SecurityToken') };
}

/** Security tokens are the longest common parameters: a few kilobytes at most. */
const MAX_COMMON_BYTES = 65_536;

function methodFault({ SignatureMethod: method, SignatureVersion: version }: CommonText): Refusal | undefined {
  if (method.toUpperCase() !== V1_METHOD)
    return refuse('InvalidSignatureMethod', `SignatureMethod must be ${V1_METHOD}.`);
  if (version !== V1_VERSION) return refuse('InvalidSignatureMethod', `SignatureVersion must be ${V1_VERSION}.`);
  return undefined;
}
