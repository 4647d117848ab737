import { placedParameters, readCommon } from './common-parameters-v1.ts';
import { checkKey } from './check-key.ts';
import { checkNonce } from './check-nonce.ts';
import { checkTime } from './check-time.ts';
import { constantTimeEqual } from './constant-time-equal.ts';
import type { ReceivedParameter } from './received-parameters.ts';
import { splitTarget } from './received-request.ts';
import type { ReceivedRequest } from './received-request.ts';
import { receivedStringToSignV1 } from './received-string-to-sign-v1.ts';
import { signatureV1 } from './sign-v1.ts';
import { refuse } from './verification.ts';
import type { Verification, VerifyOptions } from './verification.ts';

/**
 * Verifies a parameter signature (HMAC-SHA1). Order of checks: parameters present and not repeated, method, key and security token, date,
 * signature, nonce.
 *
 * The body always counts as form parameters, whatever its content type, so that the signature covers every byte. When a name is repeated,
 * the string to sign contains the query's occurrences before the body's; a reader in which the last one wins sees what was signed.
 */
export async function verifyV1(request: ReceivedRequest, options: VerifyOptions): Promise<Verification> {
  const placed = placedParameters(request);
  if (placed === undefined)
    return refuse('IncompleteSignature', 'There are more parameters, or longer names, than are read.');
  const parameters = [...placed.query, ...placed.form];
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
  if (!constantTimeEqual(expected, text.Signature))
    return refuse('SignatureDoesNotMatch', 'The signature does not match the request received.');

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

function signedBytesV1(request: ReceivedRequest, parameters: readonly ReceivedParameter[]): Uint8Array {
  const signed = parameters.filter(({ name }) => name !== 'Signature');
  return receivedStringToSignV1(request.method.toUpperCase(), signed);
}
