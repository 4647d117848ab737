import type { CredentialProvider, Credentials } from '../credentials/credentials.ts';
import type { OperationRequest } from './operation-request.ts';
import type { ServerClock } from './server-clock.ts';
import type { WireRequest } from './transport.ts';

/** V3: in the headers, HMAC-SHA256. V1: in the parameters, HMAC-SHA1, for servers that know nothing newer. */
export type Dialect = 'V3' | 'V1';

/** Signs requests, every attempt anew: each needs its own date and nonce. */
export interface Signer {
  readonly sign: (request: OperationRequest, signal: AbortSignal) => Promise<WireRequest>;
  /** Forgets credentials the server refused. @returns whether asking for them again can give others. */
  readonly forget: () => boolean;
}

/** What a signer works with. */
export interface SignerOptions {
  readonly dialect: Dialect;
  readonly credentials: Credentials | CredentialProvider;
  readonly clock: ServerClock;
}
