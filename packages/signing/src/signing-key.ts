/** Credentials a request is signed with. */
export interface SigningKey {
  readonly accessKeyId: string;
  /** Never logged, never part of any result of this package. */
  readonly accessKeySecret: string;
  /** Present for temporary (STS) credentials only. */
  readonly securityToken?: string | undefined;
}
