import type { Bilingual } from '@semblance/spec/error-catalog';
import type { Dialect } from '../detect-dialect.ts';
import type { ReceivedRequest } from '../received-request.ts';
import type { AuthenticationCode, VerifyOptions } from '../verification.ts';
import type { CauseId } from './cause.ts';

/** What to examine. */
export interface DiagnoseInput {
  readonly request: ReceivedRequest;
  /** As for verifying; a nonce store is not consulted and nothing is remembered. */
  readonly options: Omit<VerifyOptions, 'nonceStore'>;
  /** Hosts the server is known by: candidates for the host that was signed. */
  readonly knownHosts?: readonly string[] | undefined;
  /** What the caller computed, if it tells. */
  readonly caller?:
    | { readonly canonicalRequest?: string | undefined; readonly stringToSign?: string | undefined }
    | undefined;
  /**
   * Bytes that may be hashed while trying; default 256 MiB, about a second. A server that answers strangers should allow no
   * more than a few mebibytes: with a picture in the parameters every V1 guess hashes all of it.
   */
  readonly budgetBytes?: number | undefined;
}

/** The first thing that is not as it was signed. */
export interface Difference {
  /** `host`, `method`, `query`, `body`, the name of a header or parameter, … */
  readonly part: string;
  /** What arrived, shortened. */
  readonly received: string;
  /** What was signed, shortened. */
  readonly signed: string;
}

/**
 * What the doctor found. Safe to send to the caller: it holds neither the secret nor a valid signature, long values are
 * shortened, the security token is concealed.
 */
export interface Diagnosis {
  readonly dialect: Dialect;
  /** The code the request is refused with; `undefined` when it is accepted. */
  readonly code: AuthenticationCode | undefined;
  readonly cause: CauseId;
  /** `proven`: changing this one thing reproduces the caller's signature. `seen`: evident from the request. `likely`: nothing else fits. */
  readonly certainty: 'proven' | 'seen' | 'likely';
  /** What the cause is and what to do. */
  readonly text: Bilingual;
  /** More about this very request, in English: names, no values. */
  readonly detail: string | undefined;
  readonly firstDifference: Difference | undefined;
  /** V3 only. The server's, shortened. */
  readonly canonicalRequest: string | undefined;
  /** The server's, shortened. */
  readonly stringToSign: string | undefined;
  /** Guesses tried. */
  readonly tried: number;
  /** False when the budget ended the search before all guesses were tried. */
  readonly exhaustive: boolean;
}
