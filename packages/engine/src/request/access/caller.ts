import type { QueueShare } from '../../compare/patience.ts';
import type { FlowLimit } from './flow-control.ts';

/** The caller of a request. */
export interface Caller {
  /** The same for all keys of the caller; uploads are bound to it. */
  readonly principalId: string;
  readonly account: string;
  readonly displayName: string;
  /** Value of `AuthPrincipalType`. `Account` is the account itself, which needs no policy. */
  readonly type: 'Account' | 'SubUser' | 'AssumedRoleUser';
  readonly user?: string;
  readonly role?: string;
  /** Owner of uploads within the account: the account itself, a user, or a role with all its sessions. */
  readonly holder: string;
  /** The caller's share of the queue. */
  readonly share: QueueShare;
  /** Rate limit of its key, if any. */
  readonly limit?: FlowLimit | undefined;
}

/** The caller of unsigned requests, if those are allowed. */
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
