import { constantTimeEqual } from './constant-time-equal.ts';
import { refuse } from './verification.ts';
import type { AccessKey, VerificationFailure, VerifyOptions } from './verification.ts';

/** The access key and security token that the caller sent. */
export interface PresentedKey {
  readonly accessKeyId: string;
  readonly securityToken: string | undefined;
}

/** The key, or why it cannot be used. */
export type KeyCheck =
  | { readonly ok: true; readonly value: AccessKey }
  | { readonly ok: false; readonly failure: VerificationFailure };

/** Looks the key up, and checks that it is active and that the security token fits. */
export async function checkKey(
  { accessKeyId, securityToken }: PresentedKey,
  options: VerifyOptions,
): Promise<KeyCheck> {
  const key = await options.findKey(accessKeyId, securityToken);
  if (key === undefined) return refuse('InvalidAccessKeyId.NotFound', 'This server knows no such AccessKeyId.');
  if (key.active === false) return refuse('InvalidAccessKeyId.Inactive', 'The AccessKeyId is disabled.');
  return checkToken(key, securityToken, options.nowMs);
}

function checkToken(key: AccessKey, presented: string | undefined, nowMs: number): KeyCheck {
  const { temporary } = key;
  if (temporary === undefined) {
    if (presented === undefined) return { ok: true, value: key };
    return refuse('InvalidSecurityToken.Malformed', 'A security token was sent along with a permanent AccessKeyId.');
  }
  if (presented === undefined || presented === '')
    return refuse('MissingSecurityToken', 'The AccessKeyId is temporary; send its security token too.');

  if (!constantTimeEqual(presented, temporary.securityToken)) {
    return refuse(
      'InvalidSecurityToken.MismatchWithAccessKey',
      'The security token does not belong to this AccessKeyId.',
    );
  }
  if (nowMs >= temporary.expiresAtMs)
    return refuse('InvalidSecurityToken.Expired', 'The security token has expired; request new temporary credentials.');

  return { ok: true, value: key };
}
