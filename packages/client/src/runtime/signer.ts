import type { CredentialProvider, Credentials } from '../credentials/credentials.ts';
import type { OperationRequest } from './operation-request.ts';
import type { WireRequest } from './transport.ts';

/** V3: in the headers, HMAC-SHA256. V1: in the parameters, HMAC-SHA1, for older servers. */
export type Dialect = 'V3' | 'V1';

/** Signs requests; every attempt is signed separately, with its own date and nonce. */
export interface Signer {
  readonly sign: (request: OperationRequest, signal: AbortSignal) => Promise<WireRequest>;
  /**
   * Corrects a wrong clock or outdated credentials, the two causes of refusal that the client can remove.
   * @param dateHeader  `Date` header of the refusal.
   * @returns   whether the same request, signed again, may now be accepted.
   */
  readonly mend: (error: unknown, dateHeader: string | null) => boolean;
}

/** Options of a signer. */
export interface SignerOptions {
  readonly dialect: Dialect;
  readonly credentials: Credentials | CredentialProvider;
}
