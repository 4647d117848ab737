/** An access key, permanent or temporary. */
export interface Credentials {
  readonly accessKeyId: string;
  /** Never logged, never part of a message. */
  readonly accessKeySecret: string;
  /** Of temporary (STS) credentials. */
  readonly securityToken?: string | undefined;
  /** When temporary credentials end: a date, milliseconds since 1970, or a text that `Date` reads. */
  readonly expiresAt?: Date | number | string | undefined;
}

/**
 * Gives credentials, now and whenever those given before are about to expire.
 * @param signal  ends when the call that asked ends; another call may still be waiting for the same answer.
 */
export type CredentialProvider = (signal: AbortSignal) => Credentials | Promise<Credentials>;
