import type { QueueShare } from '../fairness/fair-queue.ts';

/** How long work is worth doing, and for whom. */
export interface Patience {
  /** When it has to be done, on the monotonic clock. */
  readonly deadlineAtMs: number;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
  /** Whose turn it takes; work of nobody in particular shares one place. */
  readonly share?: QueueShare | undefined;
}
