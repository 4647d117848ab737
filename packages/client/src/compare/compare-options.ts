/** Options of one comparison; they go before those of the client. */
export interface CompareOptions {
  /** Ends the call: uploads, waits and all. It then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly instanceName?: string | undefined;
  readonly totalTimeoutMs?: number | undefined;
}
