import { randomBytes } from 'node:crypto';
import { openSealedText, sealText } from './sealed-text.ts';

/** Who issues temporary credentials, and for whom they act. */
export interface StsIssuer {
  readonly name: string;
  readonly secret: string;
  readonly account: string;
  readonly role: string;
}

/** Temporary credentials as a client needs them. */
export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly expiration: string;
}

/** What a token carries. */
export interface TokenContent {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly session: string;
  readonly expiresAtMs: number;
}

/** Every AccessKeyId of temporary credentials starts so. */
export const temporaryKeyPrefix = 'STS.';

/** Issues temporary credentials: the engine keeps nothing, the token carries everything, sealed. */
export function issueCredentials(issuer: StsIssuer, session: string, expiresAtMs: number): TemporaryCredentials {
  const accessKeyId = `${temporaryKeyPrefix}${issuer.name}.${randomBytes(12).toString('hex')}`;
  const accessKeySecret = randomBytes(30).toString('base64url');
  const content: TokenContent = { accessKeyId, accessKeySecret, session, expiresAtMs };
  return {
    accessKeyId,
    accessKeySecret,
    securityToken: sealText(JSON.stringify(content), issuer.secret, 'security-token'),
    expiration: new Date(expiresAtMs).toISOString(),
  };
}

/** Opens a token of this issuer; `undefined` for anything else. */
export function openToken(token: string, issuer: StsIssuer): TokenContent | undefined {
  const text = openSealedText(token, issuer.secret, 'security-token');
  return text === undefined ? undefined : (JSON.parse(text) as TokenContent);
}

/** The issuer's name inside the AccessKeyId of temporary credentials; `undefined` for another AccessKeyId. */
export function issuerName(accessKeyId: string): string | undefined {
  return /^STS\.(?<name>[A-Za-z0-9-]{1,32})\.[0-9a-f]{24}$/.exec(accessKeyId)?.groups?.['name'];
}
