/** A failed request: names and reasons only, as in the log. */
export interface FailedRequest {
  readonly time: string;
  readonly requestId: string;
  readonly code: string;
  readonly status: number;
  readonly ms: number;
  readonly action?: string | undefined;
  readonly principal?: string | undefined;
  readonly instance?: string | undefined;
  readonly peer?: string | undefined;
  readonly reason?: string | undefined;
  readonly which?: string | undefined;
  readonly detail?: string | undefined;
  /** First line of the internal cause. */
  readonly cause?: string | undefined;
}

/** The last failures, newest first. */
export interface RecentFailures {
  readonly add: (failure: FailedRequest) => void;
  readonly list: () => readonly FailedRequest[];
}

const maxFailures = 100;
const maxTextLength = 300;

/** Remembers the last hundred failures. */
export function createRecentFailures(): RecentFailures {
  const kept: FailedRequest[] = [];
  return {
    add: (failure) => {
      const { detail, cause } = failure;
      kept.unshift({ ...failure, detail: detail?.slice(0, maxTextLength), cause: cause?.slice(0, maxTextLength) });
      kept.length = Math.min(kept.length, maxFailures);
    },
    list: () => kept,
  };
}
