import type { Patience, QueueShare } from '../compare/patience.ts';
import { monotonicMs } from '../clock.ts';
import type { EngineFailure, Failure } from '../compare/failure.ts';
import type { ComparisonAnswer, ComparisonTask } from '../compare/comparison-task.ts';
import { FairQueue } from './fair-queue.ts';
import { createRetryDelay } from './retry-delay.ts';
import { createTaskCost } from './task-cost.ts';
import type { Result } from '../result.ts';
import { createPictureLosses } from './picture-losses.ts';
import type { PictureLosses } from './picture-losses.ts';
import { createStartCircuit } from './start-circuit.ts';
import type { WorkerOptions } from './worker.ts';
import { WorkerSlot } from './worker-slot.ts';
import type { SlotOptions } from './worker-slot.ts';
import { createHelping } from './helping.ts';
import type { Helping } from './helping.ts';
import type { TaskOutcome } from './task-outcome.ts';
import { queueRetryMs, spentPicture, toResult } from './task-result.ts';
import type { TaskMeasures } from './worker-messages.ts';

/** Bounds of the pool that may change while it runs. */
export interface PoolLimits {
  readonly queueLength: number;
  readonly answerMs: number;
  readonly budgetMs: number;
  readonly maxResidentBytes: number;
}

/** Size and patience of the pool. */
export interface PoolOptions extends WorkerOptions, PoolLimits {
  readonly workers: number;
  /** Hears how long a comparison has waited for a worker. */
  readonly onWaited?: (waitedMs: number) => void;
  readonly circuit?: { readonly failuresToOpen: number; readonly openMs: number };
  readonly onWorkerEnd?: SlotOptions['onWorkerEnd'] | undefined;
  readonly onCacheFault?: SlotOptions['onCacheFault'];
  /** Hears what each comparison took and found, in the asynchronous context of whoever asked for it. */
  readonly onMeasured?: (measures: PoolMeasures) => void;
  /** Hears of every comparison that is tried once more. */
  readonly onRetry?: (why: 'lost' | 'silent') => void;
}

/** What a comparison took and found, in the worker and on the way to it. */
export interface PoolMeasures extends TaskMeasures {
  /** Until a worker was free. */
  readonly waitedMs: number;
  /** From the sending of the task to its answer. */
  readonly awayMs: number;
}

/** How the pool fares. */
export interface PoolStatus {
  readonly idle: number;
  readonly busy: number;
  readonly queued: number;
  /** Workers that are up. */
  readonly up: number;
  /** Workers that are coming up. */
  readonly starting: number;
  /** Comparisons a second that all workers together do, as measured. */
  readonly comparisonsPerSecond: number;
}

interface Waiting {
  readonly task: ComparisonTask;
  readonly patience: Patience;
  readonly share: QueueShare;
  readonly sinceMs: number;
  /** One that has lost a worker does all by itself. */
  readonly isRetry: boolean;
  readonly settle: (outcome: PoolOutcome | EngineFailure) => void;
}

type Done = Extract<TaskOutcome, { readonly type: 'done' }>;
type PoolOutcome = Exclude<TaskOutcome, Done> | (Omit<Done, 'measures'> & { readonly measures: PoolMeasures });

/** Workers that one comparison may lose. */
const maxLosses = 2;
const startMs = 60_000;

/** Whose turn it takes when no owner is given. */
const nobody: QueueShare = { account: '', key: '', accountWeight: 1, keyWeight: 1 };

/** Compares in a fixed number of worker processes, with a fair and bounded queue in front; what does not fit is refused at once. */
export class WorkerPool {
  readonly #slots: WorkerSlot[] = [];
  readonly #queue: FairQueue<Waiting>;
  readonly #retryDelay = createRetryDelay();
  readonly #cost = createTaskCost();
  readonly #onWaited: (waitedMs: number) => void;
  readonly #losses: PictureLosses = createPictureLosses();
  readonly #onRetry: PoolOptions['onRetry'];
  readonly #onMeasured: PoolOptions['onMeasured'];
  #readyWaiters: (() => void)[] = [];
  #budgetMs: number;
  #closed = false;

  constructor(options: PoolOptions) {
    this.#queue = new FairQueue(options.queueLength);
    this.#budgetMs = options.budgetMs;
    this.#onWaited = options.onWaited ?? ((): void => undefined);
    this.#onRetry = options.onRetry;
    this.#onMeasured = options.onMeasured;
    const circuit = createStartCircuit(options.circuit ?? { failuresToOpen: 3, openMs: 10_000 });
    const onChange = (): void => this.#changed();
    for (let slot = 0; slot < options.workers; slot += 1)
      this.#slots.push(new WorkerSlot({ ...options, circuit, startMs, onChange }));
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
      up: count('idle', 'busy'),
      starting: count('starting'),
      comparisonsPerSecond: (1000 * this.#slots.length) / this.#cost.meanMs(),
    };
  }

  /** Process ids of the workers. */
  get pids(): readonly number[] {
    return this.#slots.flatMap(({ pid }) => (pid === undefined ? [] : [pid]));
  }

  /** Why no more can be taken on now for a share; `undefined` where one can. */
  admits(share: QueueShare = nobody): EngineFailure | undefined {
    if (this.#isOut()) return { reason: 'engine-unavailable', retryAfterMs: queueRetryMs };
    return this.#queue.accepts(share, this.status.idle) ? undefined : this.#refusal(share);
  }

  /**
   * Compares two pictures. Where the worker is lost or does not react, it is tried once more by another, unless a picture has then
   * lost two: it is refused, and for a while without a try. A comparison nobody waits for any more leaves the queue; one that runs
   * already is left to its budget.
   */
  async run(task: ComparisonTask, patience: Patience): Promise<Result<ComparisonAnswer, Failure>> {
    if (this.#losses.isSpent(task)) return spentPicture();
    const refusal = this.admits(patience.share);
    if (refusal !== undefined) return { ok: false, failure: refusal };
    const outcome = await this.#attempt(task, patience);
    if (!('type' in outcome)) return { ok: false, failure: outcome };
    if (outcome.type === 'done') this.#onMeasured?.(outcome.measures);
    return toResult(outcome);
  }

  async #attempt(task: ComparisonTask, patience: Patience): Promise<PoolOutcome | EngineFailure> {
    let losses = 0;
    let silences = 0;
    for (;;) {
      const outcome = await this.#submit(task, patience, losses + silences > 0);
      if (!('type' in outcome)) return outcome;
      if (outcome.type === 'done') this.#losses.survived(task);
      if (outcome.type === 'lost' && outcome.step !== undefined) this.#losses.lost(task, outcome.step);
      if (outcome.type === 'lost') losses += 1;
      else if (outcome.type === 'silent') silences += 1;
      else return outcome;
      // All workers may have been stopped at once: each is found out by a comparison that it does not take.
      const isEnough = losses === maxLosses || silences > this.#slots.length;
      if (isEnough || this.#closed || this.#losses.isSpent(task)) return outcome;
      this.#onRetry?.(outcome.type);
    }
  }

  /** Takes new bounds on; they count from the next comparison. */
  adjust({ queueLength, ...limits }: PoolLimits): void {
    this.#queue.capacity = queueLength;
    this.#budgetMs = limits.budgetMs;
    for (const slot of this.#slots) slot.adjust(limits);
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

  /** Whether no worker is up or coming up. */
  #isOut(): boolean {
    return this.#closed || this.status.up + this.status.starting === 0;
  }

  /** Puts a task into the queue, a retried one in front: it was admitted before. */
  #submit(task: ComparisonTask, patience: Patience, isRetry: boolean): Promise<PoolOutcome | EngineFailure> {
    const { deadlineAtMs, signal, share = nobody } = patience;
    if (this.#isOut()) return Promise.resolve({ reason: 'engine-unavailable', retryAfterMs: queueRetryMs });
    if (signal?.aborted === true) return Promise.resolve({ reason: 'deadline-passed' });
    return new Promise((resolve) => {
      const waiting: Waiting = {
        task,
        patience,
        share,
        isRetry,
        sinceMs: monotonicMs(),
        settle: (outcome) => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', expire);
          resolve(outcome);
        },
      };
      const expire = (): void => this.#expire(waiting);
      const timer = setTimeout(expire, Math.max(0, deadlineAtMs - monotonicMs()));
      signal?.addEventListener('abort', expire);
      this.#enqueue(waiting);
    });
  }

  #expire(waiting: Waiting): void {
    this.#queue.remove((one) => one === waiting);
    waiting.settle({ reason: 'deadline-passed', retryAfterMs: queueRetryMs });
  }

  #changed(): void {
    const waiters = this.#readyWaiters;
    this.#readyWaiters = [];
    for (const waiter of waiters) waiter();
    if (this.#slots.length > 0 && this.#isOut()) this.#rejectQueue();
    this.#pump();
  }

  /** Puts a task into the queue; what it pushes out is refused. */
  #enqueue(waiting: Waiting): void {
    const { isRetry } = waiting;
    if (isRetry) this.#queue.putInFront(waiting, waiting.share);
    const pushedOut = isRetry ? undefined : this.#queue.push(waiting, waiting.share, this.status.idle);
    this.#pump();
    pushedOut?.settle(this.#refusal(pushedOut.share));
  }

  #pump(): void {
    for (const slot of this.#slots) {
      const waiting = slot.state === 'idle' ? this.#queue.shift(this.#cost.meanMs()) : undefined;
      if (waiting !== undefined) void this.#run(slot, waiting);
    }
  }

  async #run(slot: WorkerSlot, waiting: Waiting): Promise<void> {
    const startedAtMs = monotonicMs();
    const chargedMs = this.#cost.meanMs();
    this.#onWaited(startedAtMs - waiting.sinceMs);
    const helping = this.#helpingFor(waiting);
    const withinMs = waiting.patience.deadlineAtMs - startedAtMs;
    const outcome = await slot.run(waiting.task, { withinMs, askHelp: helping?.askHelp });
    const awayMs = monotonicMs() - startedAtMs;
    const workedMs = awayMs + (helping?.tookMs() ?? 0);
    this.#queue.charge(waiting.share, workedMs - chargedMs);
    if (outcome.type === 'done' && outcome.result.ok) this.#cost.observe(workedMs);
    if (outcome.type !== 'done') return waiting.settle(outcome);
    const measures = helping?.joined(outcome.measures) ?? outcome.measures;
    waiting.settle({ ...outcome, measures: { ...measures, waitedMs: startedAtMs - waiting.sinceMs, awayMs } });
  }

  /** Where another worker has nothing to do besides the one a comparison is about to be given to. */
  #helpingFor({ task, isRetry }: Waiting): Helping | undefined {
    if (isRetry || this.status.idle < 2 || this.#queue.length > 0) return undefined;
    const findHelper = (): WorkerSlot | undefined =>
      this.#queue.length > 0 ? undefined : this.#slots.find(({ state }) => state === 'idle');
    return createHelping(task, { findHelper, losses: this.#losses, budgetMs: this.#budgetMs });
  }

  #refusal({ account, key }: QueueShare): EngineFailure {
    const stepMs = this.#cost.meanMs() / Math.max(1, this.#slots.length);
    const outlook = { waitMs: stepMs * this.#queue.length, stepMs };
    const retryAfterMs = this.#retryDelay.next(`${account} ${key}`, outlook, monotonicMs());
    return { reason: 'queue-full', retryAfterMs };
  }

  #rejectQueue(): void {
    for (const waiting of this.#queue.remove(() => true))
      waiting.settle({ reason: 'engine-unavailable', retryAfterMs: queueRetryMs });
  }
}
