import { randomBytes } from 'node:crypto';
import type { AccessKey } from '@semblance/signing/verify';
import type { EngineConfig } from '../../config/generated/engine-config.ts';
import type { Caller } from './caller.ts';
import type { FlowLimit } from './flow-control.ts';
import { issuerName, openToken } from './sts-token.ts';
import type { StsIssuer } from './sts-token.ts';

/** A key and its caller. */
export interface KnownKey {
  readonly key: AccessKey;
  readonly caller: Caller;
  /** Whether the presented token was not sealed by the issuer. */
  readonly tokenMalformed: boolean;
}

/** Finds a key; the presented token is not verified yet. */
export type FindKey = (accessKeyId: string, presentedToken: string | undefined) => KnownKey | undefined;

type ConfiguredKey = EngineConfig['accessKeys'][number];

/** Looks up keys in the configuration and in tokens of the configured issuers. */
export function createFindKey(config: EngineConfig): FindKey {
  const weights = new Map(config.accounts.map(({ account, weight }) => [account, weight]));
  const weightOf = (account: string): number => weights.get(account) ?? 1;
  const configured = new Map(
    config.accessKeys.map((key) => [key.accessKeyId, configuredKey(key, weightOf(key.account))]),
  );
  const issuers = new Map(config.stsIssuers.map((issuer) => [issuer.name, { ...issuer, secret: issuer.secret ?? '' }]));
  return (accessKeyId, presentedToken) => {
    const known = configured.get(accessKeyId);
    if (known !== undefined) return known;
    const issuer = issuers.get(issuerName(accessKeyId) ?? '');
    if (issuer === undefined) return undefined;
    const caller = roleCaller(issuer, weightOf(issuer.account));
    return issuedKey({ accessKeyId, token: presentedToken }, issuer, caller);
  };
}

function configuredKey(key: ConfiguredKey, accountWeight: number): KnownKey {
  const { accessKeySecret = '', account, user, active, securityToken, expiresAt } = key;
  const temporary =
    securityToken === undefined ? undefined : { securityToken, expiresAtMs: Date.parse(expiresAt ?? '') };
  const share = { account, key: `key:${key.accessKeyId}`, accountWeight, keyWeight: key.weight };
  const id = user === undefined ? `account:${account}` : `user:${account}:${user}`;
  const common = { principalId: id, account, holder: id, share, limit: flowLimit(key) };
  const caller: Caller =
    user === undefined
      ? { ...common, displayName: account, type: 'Account' }
      : { ...common, displayName: user, type: 'SubUser', user };
  return { key: { accessKeySecret, active, temporary }, caller, tokenMalformed: false };
}

/** A key that cannot sign, so that the missing or foreign token is refused. */
function unusableKey(): AccessKey {
  const random = randomBytes(32).toString('hex');
  return { accessKeySecret: random, temporary: { securityToken: random, expiresAtMs: Number.MAX_SAFE_INTEGER } };
}

type ConfiguredIssuer = EngineConfig['stsIssuers'][number];

/** The configured limit; its burst defaults to twice the rate. */
function flowLimit({ queriesPerSecond, burst }: ConfiguredKey | ConfiguredIssuer): FlowLimit | undefined {
  if (queriesPerSecond === undefined) return undefined;
  return { queriesPerSecond, burst: burst ?? Math.max(1, Math.ceil(2 * queriesPerSecond)) };
}

/** The caller in an issuer's role; all its sessions share one queue share. */
function roleCaller(issuer: ConfiguredIssuer, accountWeight: number): Omit<Caller, 'principalId' | 'displayName'> {
  const { account, role, name } = issuer;
  const share = { account, key: `issuer:${name}`, accountWeight, keyWeight: issuer.weight };
  return { account, type: 'AssumedRoleUser', role, holder: `role:${account}:${role}`, share, limit: flowLimit(issuer) };
}

function issuedKey(
  { accessKeyId, token }: { readonly accessKeyId: string; readonly token: string | undefined },
  issuer: StsIssuer,
  role: Omit<Caller, 'principalId' | 'displayName'>,
): KnownKey {
  const content = token === undefined || token === '' ? undefined : openToken(token, issuer);
  const displayName = `${issuer.role}:${content?.session ?? ''}`;
  const caller: Caller = { ...role, principalId: `role:${issuer.account}:${displayName}`, displayName };
  if (token === undefined || content === undefined || content.accessKeyId !== accessKeyId)
    return { key: unusableKey(), caller, tokenMalformed: token !== undefined && content === undefined };

  const temporary = { securityToken: token, expiresAtMs: content.expiresAtMs };
  return { key: { accessKeySecret: content.accessKeySecret, temporary }, caller, tokenMalformed: false };
}
