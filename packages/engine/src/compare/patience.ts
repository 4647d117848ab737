/** Share of the queue on whose behalf work waits. */
export interface QueueShare {
  readonly account: string;
  /** Who within the account: one key, or one role. */
  readonly key: string;
  /** The account's share beside other accounts'; 1 unless configured. */
  readonly accountWeight: number;
  /** The key's share beside others of its account; 1 unless configured. */
  readonly keyWeight: number;
}

/** Deadline and owner of work. */
export interface Patience {
  /** When it has to be done, on the monotonic clock. */
  readonly deadlineAtMs: number;
  /** Aborted when no caller waits for the answer. */
  readonly signal?: AbortSignal | undefined;
  /** Whose turn it takes; work without an owner shares one place. */
  readonly share?: QueueShare | undefined;
}
