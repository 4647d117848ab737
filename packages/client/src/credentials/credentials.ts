/** An access key, permanent or temporary. */
export interface Credentials {
  readonly accessKeyId: string;
  /** Never logged, never part of a message. */
  readonly accessKeySecret: string;
  /** Token of temporary (STS) credentials. */
  readonly securityToken?: string | undefined;
  /** Expiry of temporary credentials: a date, milliseconds since 1970, or a text that `Date` parses. */
  readonly expiresAt?: Date | number | string | undefined;
}

/**
 * Provides credentials; called again when the previous ones are about to expire.
 * @param signal  aborted after 30 s, when the client stops waiting.
 */
export type CredentialProvider = (signal: AbortSignal) => Credentials | Promise<Credentials>;
