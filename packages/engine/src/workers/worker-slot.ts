import { monotonicMs } from '../clock.ts';
import type { Result } from '../result.ts';
import type { StartCircuit } from './start-circuit.ts';
import { startWorker, type Worker, type WorkerEvent, type WorkerOptions } from './worker.ts';
import type { Job, JobFailure, JobValues } from './worker-messages.ts';

/** What became of a job. */
export type JobOutcome =
  | { readonly type: 'done'; readonly result: Result<JobValues[Job['kind']], JobFailure> }
  | { readonly type: 'threw'; readonly description: string }
  | { readonly type: 'lost'; readonly how: 'exited' | 'disconnected'; readonly description: string }
  /** The worker did not accept the job in time. */
  | { readonly type: 'silent' }
  /** It accepted the job and exceeded the budget. */
  | { readonly type: 'too-slow' };

/** How a slot treats its worker. */
export interface SlotOptions extends WorkerOptions {
  readonly circuit: StartCircuit;
  readonly startMs: number;
  readonly answerMs: number;
  readonly budgetMs: number;
  readonly maxResidentBytes: number;
  /** Called whenever the slot's state has changed. */
  readonly onChange: () => void;
}

/** `waiting`: starts are suspended for a while. */
export type SlotState = 'starting' | 'idle' | 'busy' | 'waiting' | 'closed';

interface Running {
  readonly id: number;
  readonly settle: (outcome: JobOutcome) => void;
  timer: NodeJS.Timeout;
}

/** A place for one worker process: starts it, gives it one job at a time, replaces it when it is lost or has to be killed. */
export class WorkerSlot {
  state: SlotState = 'starting';
  readonly #options: SlotOptions;
  #worker: Worker | undefined;
  #running: Running | undefined;
  #startTimer: NodeJS.Timeout | undefined;
  #nextId = 1;

  constructor(options: SlotOptions) {
    this.#options = options;
    this.#start();
  }

  /** Process id of the worker, for the log and for tests that break it. */
  get pid(): number | undefined {
    return this.#worker?.pid;
  }

  /** Runs a job; the slot must be idle. */
  run(job: Job): Promise<JobOutcome> {
    this.#setState('busy');
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#giveUp({ type: 'silent' }), this.#options.answerMs);
      this.#running = { id, settle: resolve, timer };
      this.#worker?.send(id, job);
    });
  }

  close(): void {
    this.#setState('closed');
    clearTimeout(this.#startTimer);
    this.#worker?.kill();
  }

  /** Resolves when the worker's process has ended. */
  async gone(): Promise<void> {
    await this.#worker?.ended;
  }

  #setState(state: SlotState): void {
    if (this.state === 'closed') return;
    this.state = state;
    this.#options.onChange();
  }

  #start(): void {
    if (this.state === 'closed') return;
    const waitMs = this.#options.circuit.waitMs(monotonicMs());
    this.#setState(waitMs > 0 ? 'waiting' : 'starting');
    if (waitMs > 0) {
      this.#startTimer = setTimeout(() => this.#start(), waitMs).unref();
      return;
    }
    const worker = startWorker(this.#options, (event) => this.#receive(worker, event));
    this.#worker = worker;
    this.#startTimer = setTimeout(() => worker.kill(), this.#options.startMs).unref();
  }

  #receive(worker: Worker, event: WorkerEvent): void {
    if (worker !== this.#worker) return;
    switch (event.type) {
      case 'ready':
        clearTimeout(this.#startTimer);
        this.#options.circuit.succeeded();
        this.#setState('idle');
        break;
      case 'started':
        this.#accepted(event.id);
        break;
      case 'done':
        this.#finish(event.id, { type: 'done', result: event.result });
        if (event.residentBytes > this.#options.maxResidentBytes) this.#replace();
        break;
      case 'threw':
        this.#finish(event.id, event);
        break;
      case 'lost':
        this.#lost(event);
    }
  }

  #accepted(id: number): void {
    if (this.#running?.id !== id) return;
    clearTimeout(this.#running.timer);
    this.#running.timer = setTimeout(() => this.#giveUp({ type: 'too-slow' }), this.#options.budgetMs);
  }

  #finish(id: number, outcome: JobOutcome): void {
    if (this.#running?.id !== id) return;
    this.#settle(outcome);
    this.#setState('idle');
  }

  #settle(outcome: JobOutcome): void {
    clearTimeout(this.#running?.timer);
    this.#running?.settle(outcome);
    this.#running = undefined;
  }

  #giveUp(outcome: JobOutcome): void {
    this.#settle(outcome);
    this.#replace();
  }

  #lost(event: Extract<WorkerEvent, { readonly type: 'lost' }>): void {
    clearTimeout(this.#startTimer);
    if (this.state === 'starting') this.#options.circuit.failed(monotonicMs());
    this.#settle(event);
    this.#replace();
  }

  #replace(): void {
    const old = this.#worker;
    this.#worker = undefined;
    old?.kill();
    this.#start();
  }
}
