import type { CredentialProvider, Credentials } from '../credentials/credentials.ts';
import type { OperationRequest } from './operation-request.ts';
import type { WireRequest } from './transport.ts';

/** V3: in the headers, HMAC-SHA256. V1: in the parameters, HMAC-SHA1, for servers that know nothing newer. */
export type Dialect = 'V3' | 'V1';

/** Signs requests, every attempt anew: each needs its own date and nonce. */
export interface Signer {
  readonly sign: (request: OperationRequest, signal: AbortSignal) => Promise<WireRequest>;
  /**
   * A wrong clock and outdated credentials are the two causes of refusal the client can remove by itself.
   * @param dateHeader  `Date` of the answer that refused.
   * @returns           whether the same request, signed again, may now be accepted.
   */
  readonly mend: (error: unknown, dateHeader: string | null) => boolean;
}

/** What a signer works with. */
export interface SignerOptions {
  readonly dialect: Dialect;
  readonly credentials: Credentials | CredentialProvider;
}
