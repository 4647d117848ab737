import type { NonceVerdict } from './nonce-store.ts';
import { defaultWindowMs, refuse } from './verification.ts';
import type { Verification, VerifiedRequest, VerifyOptions } from './verification.ts';

/**
 * Last step: the nonce must be new. It follows the verification of the signature, so that an outsider cannot use up a nonce. Nonces are
 * kept for twice the window, the longest time for which a date can be accepted.
 */
export async function checkNonce(
  request: VerifiedRequest,
  nonce: string,
  options: VerifyOptions,
): Promise<Verification> {
  if (options.nonceStore === undefined) return { ok: true, value: request };
  const { accessKeyId, signedAtMs } = request;
  const keepForMs = 2 * (options.windowMs ?? defaultWindowMs) + 1000;
  try {
    const verdict = await options.nonceStore.remember({ accessKeyId, nonce, signedAtMs, keepForMs });
    return verdict === 'new' ? { ok: true, value: request } : refusals[verdict];
  } catch (cause) {
    // Without an answer from the store the nonce does not count as new.
    options.onNonceStoreFault?.(cause);
    return refuse('ServiceUnavailable', 'The server cannot remember nonces at present; try again later.');
  }
}

const refusals: Readonly<Record<Exclude<NonceVerdict, 'new'>, Verification>> = {
  used: refuse('SignatureNonceUsed', 'This signed request, or another with the same nonce, was received before.'),
  full: refuse('ServiceUnavailable', 'The server remembers as many nonces as it can; try again later.'),
  forgotten: refuse(
    'InvalidTimeStamp.Expired',
    'The request was signed before the time for which this server knows which requests it has received; sign it anew.',
  ),
};
