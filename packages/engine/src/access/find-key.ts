import { randomBytes } from 'node:crypto';
import type { AccessKey } from '@semblance/signing/verify';
import type { EngineConfig } from '../config/generated/engine-config.ts';
import type { Caller } from './caller.ts';
import { issuerName, openToken, type StsIssuer } from './sts-token.ts';

/** A key and who it stands for. */
export interface KnownKey {
  readonly key: AccessKey;
  readonly caller: Caller;
  /** True when the presented token is none that the issuer ever sealed. */
  readonly tokenMalformed: boolean;
}

/** Finds a key; the token the caller presented is not verified at that moment. */
export type FindKey = (accessKeyId: string, presentedToken: string | undefined) => KnownKey | undefined;

type ConfiguredKey = EngineConfig['accessKeys'][number];

/** Looks keys up among the configured ones, and in the tokens of the configured issuers. */
export function createFindKey(config: EngineConfig): FindKey {
  const configured = new Map(config.accessKeys.map((key) => [key.accessKeyId, configuredKey(key)]));
  const issuers = new Map(config.stsIssuers.map((issuer) => [issuer.name, { ...issuer, secret: issuer.secret ?? '' }]));
  return (accessKeyId, presentedToken) => {
    const known = configured.get(accessKeyId);
    if (known !== undefined) return known;
    const issuer = issuers.get(issuerName(accessKeyId) ?? '');
    return issuer === undefined ? undefined : issuedKey(accessKeyId, presentedToken, issuer);
  };
}

function configuredKey(key: ConfiguredKey): KnownKey {
  const { accessKeySecret = '', account, user, active, securityToken, expiresAt } = key;
  const temporary =
    securityToken === undefined ? undefined : { securityToken, expiresAtMs: Date.parse(expiresAt ?? '') };
  const caller: Caller =
    user === undefined
      ? { principalId: `account:${account}`, account, displayName: account, type: 'Account' }
      : { principalId: `user:${account}:${user}`, account, displayName: user, type: 'SubUser', user };
  return { key: { accessKeySecret, active, temporary }, caller, tokenMalformed: false };
}

/** A key nobody can sign with, so that a missing or foreign token is what gets refused. */
function unusableKey(): AccessKey {
  const random = randomBytes(32).toString('hex');
  return { accessKeySecret: random, temporary: { securityToken: random, expiresAtMs: Number.MAX_SAFE_INTEGER } };
}

function issuedKey(accessKeyId: string, token: string | undefined, issuer: StsIssuer): KnownKey {
  const content = token === undefined || token === '' ? undefined : openToken(token, issuer);
  const displayName = `${issuer.role}:${content?.session ?? ''}`;
  const { account, role } = issuer;
  const caller: Caller = {
    principalId: `role:${account}:${displayName}`,
    account,
    displayName,
    type: 'AssumedRoleUser',
    role,
  };
  if (token === undefined || content === undefined || content.accessKeyId !== accessKeyId) {
    return { key: unusableKey(), caller, tokenMalformed: token !== undefined && content === undefined };
  }
  const temporary = { securityToken: token, expiresAtMs: content.expiresAtMs };
  return { key: { accessKeySecret: content.accessKeySecret, temporary }, caller, tokenMalformed: false };
}
