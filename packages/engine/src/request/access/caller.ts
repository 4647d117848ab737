import type { QueueShare } from '../../compare/patience.ts';
import type { FlowLimit } from './flow-control.ts';

/** Who makes a call, as far as the engine knows. */
export interface Caller {
  /** Stable over the caller's keys; uploads are bound to it. */
  readonly principalId: string;
  readonly account: string;
  readonly displayName: string;
  /** As `AuthPrincipalType` writes it. `Account` is the account itself, which needs no policy. */
  readonly type: 'Account' | 'SubUser' | 'AssumedRoleUser';
  readonly user?: string;
  readonly role?: string;
  /** Who keeps uploads within the account: the account itself, a user, or a role whatever its session. */
  readonly holder: string;
  /** The caller's place beside others. */
  readonly share: QueueShare;
  /** How much its key may call, where that is bounded. */
  readonly limit?: FlowLimit | undefined;
}

/** The caller of unsigned requests, where they are let in at all. */
export function anonymousCaller(account: string): Caller {
  return {
    principalId: 'anonymous',
    account,
    displayName: 'anonymous',
    type: 'Account',
    holder: `account:${account}`,
    share: { account, key: 'anonymous', accountWeight: 1, keyWeight: 1 },
  };
}
