import type { Patience } from '../analysis/patience.ts';
import { monotonicMs } from '../clock.ts';
import { fail, type EngineFailure } from '../failure.ts';
import type { Result } from '../result.ts';
import { createStartCircuit } from './start-circuit.ts';
import type { WorkerOptions } from './worker.ts';
import type { Job, JobFailure, JobValues } from './worker-messages.ts';
import { WorkerSlot, type JobOutcome } from './worker-slot.ts';

/** Size and patience of the pool. */
export interface PoolOptions extends WorkerOptions {
  readonly workers: number;
  readonly queueLength: number;
  readonly answerMs: number;
  readonly budgetMs: number;
  readonly maxResidentBytes: number;
  readonly circuit?: { readonly failuresToOpen: number; readonly openMs: number };
}

/** A job's value, what the picture did wrong, or what went wrong with the engine. */
export type JobResult<Kind extends Job['kind']> = Result<JobValues[Kind], JobFailure | EngineFailure>;

/** How the pool fares. */
export interface PoolStatus {
  readonly idle: number;
  readonly busy: number;
  readonly queued: number;
  /** Workers that are up, or coming up. */
  readonly healthy: number;
}

interface Waiting {
  readonly job: Job;
  readonly settle: (outcome: JobOutcome | EngineFailure) => void;
}

const startMs = 60_000;
const queueRetryMs = 1000;

/** Runs jobs in a fixed number of worker processes, with a bounded queue in front; what does not fit is refused at once. */
export class WorkerPool {
  readonly #slots: WorkerSlot[] = [];
  readonly #queue: Waiting[] = [];
  readonly #queueLength: number;
  #readyWaiters: (() => void)[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#queueLength = options.queueLength;
    const circuit = createStartCircuit(options.circuit ?? { failuresToOpen: 3, openMs: 10_000 });
    const onChange = (): void => this.#changed();
    for (let slot = 0; slot < options.workers; slot += 1) {
      this.#slots.push(new WorkerSlot({ ...options, circuit, startMs, onChange }));
    }
  }

  /** Resolves when every worker is up, or starting has been given up for now. */
  async settled(): Promise<void> {
    while (this.#slots.some(({ state }) => state === 'starting')) {
      await new Promise<void>((resolve) => {
        this.#readyWaiters.push(resolve);
      });
    }
  }

  get status(): PoolStatus {
    const count = (...states: readonly string[]): number =>
      this.#slots.filter(({ state }) => states.includes(state)).length;
    return {
      idle: count('idle'),
      busy: count('busy'),
      queued: this.#queue.length,
      healthy: count('idle', 'busy', 'starting'),
    };
  }

  /** Process ids of the workers. */
  get pids(): readonly number[] {
    return this.#slots.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /** Whether `jobs` more can be taken on now; why not, otherwise. */
  admits(jobs: number): EngineFailure | undefined {
    if (this.#closed || this.status.healthy === 0) return { reason: 'engine-unavailable', retryAfterMs: queueRetryMs };
    const free = this.status.idle + this.#queueLength - this.#queue.length;
    return free >= jobs ? undefined : { reason: 'queue-full', retryAfterMs: queueRetryMs };
  }

  /**
   * Runs a job. A worker that does not react is replaced and the job tried once more. A job nobody waits for any more leaves
   * the queue; one that runs already is left to its budget.
   */
  async run<Kind extends Job['kind']>(
    job: Extract<Job, { readonly kind: Kind }>,
    patience: Patience,
  ): Promise<JobResult<Kind>> {
    const first = await this.#submit(job, patience);
    const outcome = 'type' in first && first.type === 'silent' ? await this.#submit(job, patience) : first;
    return 'type' in outcome ? toResult<Kind>(outcome) : { ok: false, failure: outcome };
  }

  /** Ends every worker; resolves when their processes are gone. */
  async close(): Promise<void> {
    this.abandon();
    await Promise.all(this.#slots.map((slot) => slot.gone()));
  }

  /** Ends every worker without waiting for it. */
  abandon(): void {
    this.#closed = true;
    for (const slot of this.#slots) slot.close();
    this.#rejectQueue();
  }

  #submit(job: Job, { deadlineAtMs, signal }: Patience): Promise<JobOutcome | EngineFailure> {
    const refusal = this.admits(1);
    if (refusal !== undefined) return Promise.resolve(refusal);
    if (signal?.aborted === true) return Promise.resolve({ reason: 'deadline-passed' });
    return new Promise((resolve) => {
      const waiting: Waiting = {
        job,
        settle: (outcome) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', expire);
          resolve(outcome);
        },
      };
      const expire = (): void => this.#expire(waiting);
      const timer = setTimeout(expire, Math.max(0, deadlineAtMs - monotonicMs()));
      signal?.addEventListener('abort', expire);
      this.#queue.push(waiting);
      this.#pump();
    });
  }

  #expire(waiting: Waiting): void {
    const at = this.#queue.indexOf(waiting);
    if (at !== -1) this.#queue.splice(at, 1);
    waiting.settle({ reason: 'deadline-passed', retryAfterMs: queueRetryMs });
  }

  #changed(): void {
    const waiters = this.#readyWaiters;
    this.#readyWaiters = [];
    for (const waiter of waiters) waiter();
    if (this.#slots.length > 0 && this.status.healthy === 0) this.#rejectQueue();
    this.#pump();
  }

  #pump(): void {
    for (const slot of this.#slots) {
      const waiting = slot.state === 'idle' ? this.#queue.shift() : undefined;
      if (waiting !== undefined) void slot.run(waiting.job).then(waiting.settle);
    }
  }

  #rejectQueue(): void {
    for (const waiting of this.#queue.splice(0))
      waiting.settle({ reason: 'engine-unavailable', retryAfterMs: queueRetryMs });
  }
}

function toResult<Kind extends Job['kind']>(outcome: JobOutcome): JobResult<Kind> {
  switch (outcome.type) {
    case 'done':
      return outcome.result as JobResult<Kind>;
    case 'threw':
      return fail('unforeseen', { cause: outcome.description });
    case 'silent':
      return fail('worker-silent', { retryAfterMs: queueRetryMs });
    case 'too-slow':
      return fail('extraction-timed-out');
    case 'lost':
      return fail(outcome.how === 'exited' ? 'worker-died' : 'worker-disconnected', { cause: outcome.description });
  }
}
