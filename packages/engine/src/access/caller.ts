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
}

/** The caller of unsigned requests, where they are let in at all. */
export function anonymousCaller(account: string): Caller {
  return { principalId: 'anonymous', account, displayName: 'anonymous', type: 'Account' };
}
