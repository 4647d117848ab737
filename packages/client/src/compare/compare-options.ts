import type { RetryOptions } from '../runtime/retry-delay.ts';

/** Options of one comparison; they go before those of the client. */
export interface CompareOptions {
  /** Ends the call: uploads, waits and all. It then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly instanceName?: string | undefined;
  /** `false`: a single attempt. What is left out is as the client has it. */
  readonly retry?: RetryOptions | false | undefined;
  /** Longest an attempt may take, its upload included. */
  readonly attemptTimeoutMs?: number | undefined;
  /** Longest the call may take with all its attempts and waits. */
  readonly totalTimeoutMs?: number | undefined;
  /** Headers to be sent along, with those of the client; not those that are signed. */
  readonly headers?: Readonly<Record<string, string | undefined>> | undefined;
  /** Whether pictures that the server would refuse are refused at once, with its code; nothing is sent then. */
  readonly check?: boolean | undefined;
}
