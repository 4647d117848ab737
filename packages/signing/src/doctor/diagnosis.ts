import type { Bilingual } from '@semblance/spec/error-catalog';
import type { Dialect } from '../detect-dialect.ts';
import type { ReceivedRequest } from '../received-request.ts';
import type { AuthenticationCode, VerifyOptions } from '../verification.ts';
import type { CauseId } from './cause.ts';

/** Input of `diagnose`. */
export interface DiagnoseInput {
  readonly request: ReceivedRequest;
  /** Options of verification, without a nonce store: nothing is looked up or remembered. */
  readonly options: Omit<VerifyOptions, 'nonceStore'>;
  /** Names of the server: candidates for the host that was signed. */
  readonly knownHosts?: readonly string[] | undefined;
  /** What the caller computed, if known. */
  readonly caller?:
    | { readonly canonicalRequest?: string | undefined; readonly stringToSign?: string | undefined }
    | undefined;
  /**
   * Most bytes hashed while trying variations; default 256 MiB, about a second. A public server should allow a few mebibytes at most, as
   * every V1 variation hashes all pictures among the parameters.
   */
  readonly budgetBytes?: number | undefined;
}

/** The first part of the request that differs from what was signed. */
export interface Difference {
  /** `host`, `method`, `query`, `body`, the name of a header or parameter, … */
  readonly part: string;
  /** The value received, shortened. */
  readonly received: string;
  /** The value signed, shortened. */
  readonly signed: string;
}

/**
 * Result of `diagnose`. Safe to send to the caller: it contains neither the secret nor a valid signature, long values are shortened, the
 * security token is concealed.
 */
export interface Diagnosis {
  readonly dialect: Dialect;
  /** Code with which the request is refused; `undefined` when it is accepted. */
  readonly code: AuthenticationCode | undefined;
  readonly cause: CauseId;
  /** `proven`: changing this one thing reproduces the caller's signature. `seen`: evident from the request. `likely`: by elimination. */
  readonly certainty: 'proven' | 'seen' | 'likely';
  /** The cause and the remedy, in words. */
  readonly text: Bilingual;
  /** Details of this request, in English: names, no values. */
  readonly detail: string | undefined;
  readonly firstDifference: Difference | undefined;
  /** The server's canonical request, shortened; V3 only. */
  readonly canonicalRequest: string | undefined;
  /** The server's, shortened. */
  readonly stringToSign: string | undefined;
  /** Number of variations tried. */
  readonly tried: number;
  /** False when the budget was spent before all variations were tried. */
  readonly exhaustive: boolean;
}
