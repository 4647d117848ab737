import { randomBytes } from 'node:crypto';
import { openSealedText, sealText } from './sealed-text.ts';

/** An issuer of temporary credentials and its role. */
export interface StsIssuer {
  readonly name: string;
  readonly secret: string;
  readonly account: string;
  readonly role: string;
}

/** Temporary credentials for a client. */
export interface TemporaryCredentials {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly expiration: string;
}

/** Content of a token. */
export interface TokenContent {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly session: string;
  readonly expiresAtMs: number;
}

/** Prefix of every AccessKeyId of temporary credentials. */
export const temporaryKeyPrefix = 'STS.';

/** Issues temporary credentials. The sealed token contains all data; the engine stores nothing. */
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
