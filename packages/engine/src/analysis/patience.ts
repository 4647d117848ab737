/** How long work is worth doing. */
export interface Patience {
  /** When it has to be done, on the monotonic clock. */
  readonly deadlineAtMs: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}
