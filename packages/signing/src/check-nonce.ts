import {
  DEFAULT_WINDOW_MS,
  refuse,
  type Verification,
  type VerifiedRequest,
  type VerifyOptions,
} from './verification.ts';

/**
 * Last step: the nonce must be new. It runs after the signature has been verified, so that an outsider cannot burn a nonce.
 * Nonces are kept for twice the window, the longest time during which a date can stay acceptable.
 */
export async function checkNonce(
  request: VerifiedRequest,
  nonce: string,
  options: VerifyOptions,
): Promise<Verification> {
  if (options.nonceStore === undefined) return { ok: true, value: request };
  const keepForMs = 2 * (options.windowMs ?? DEFAULT_WINDOW_MS) + 1000;
  const verdict = await options.nonceStore.remember({
    accessKeyId: request.accessKeyId,
    nonce,
    nowMs: options.nowMs,
    keepForMs,
  });
  if (verdict === 'used')
    return refuse('SignatureNonceUsed', 'This signed request, or another with the same nonce, was received before.');
  if (verdict === 'full')
    return refuse('ServiceUnavailable', 'The server remembers as many nonces as it can; try again later.');
  return { ok: true, value: request };
}
