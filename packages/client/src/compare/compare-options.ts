import type { RetryOptions } from '../runtime/retry-delay.ts';

/** Options of one comparison; they override those of the client. */
export interface CompareOptions {
  /** Ends the call with its uploads and waits. The call rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly instanceName?: string | undefined;
  /** `false`: a single attempt. Omitted fields default to the client's. */
  readonly retry?: RetryOptions | false | undefined;
  /** Time limit of an attempt, its upload included. */
  readonly attemptTimeoutMs?: number | undefined;
  /** Time limit of the call with all its attempts and waits. */
  readonly totalTimeoutMs?: number | undefined;
  /** Headers sent in addition to those of the client. Headers that the client signs are refused. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Whether to refuse pictures locally that the server would refuse, with its code and without sending anything. */
  readonly check?: boolean | undefined;
}
