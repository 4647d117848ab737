import { monotonicMs } from '../clock.ts';
import type { AnalysisFailure, AnalysisTask, CheckedPicture } from '../compare/analyser.ts';
import type { EngineFailure } from '../compare/failure.ts';
import type { ComparisonStep, ComparisonTask } from '../compare/comparison-task.ts';
import type { Result } from '../result.ts';
import { isStopped } from './is-stopped.ts';
import type { StartCircuit } from './start-circuit.ts';
import type { AnalysisOutcome, TaskOutcome } from './task-outcome.ts';
import { startWorker } from './worker.ts';
import type { LostWorker, Worker, WorkerEvent, WorkerOptions } from './worker.ts';
import type { AnalyseMessage, AnnouncedPicture, CompareMessage, WorkerMessage } from './worker-messages.ts';

/** Why a worker ended, other than with its engine. */
export type WorkerEnd = LostWorker['how'] | 'silent' | 'too-slow' | 'too-large' | 'never-ready';

/** What a worker says of its feature cache. */
export type CacheFault = Extract<WorkerMessage, { readonly type: 'cache-fault' }>;

/** How a slot treats its worker. */
export interface SlotOptions extends WorkerOptions {
  readonly circuit: StartCircuit;
  readonly startMs: number;
  readonly answerMs: number;
  /** For each step. */
  readonly budgetMs: number;
  readonly maxResidentBytes: number;
  readonly onCacheFault?: ((fault: CacheFault) => void) | undefined;
  /** Called whenever the slot's state has changed. */
  readonly onChange: () => void;
  /** Hears of every worker that ends before its engine does. */
  readonly onWorkerEnd?:
    | ((why: WorkerEnd, facts: { readonly pid?: number; readonly description?: string }) => void)
    | undefined;
}

/** `waiting`: starts are suspended for a while. */
export type SlotState = 'starting' | 'idle' | 'busy' | 'waiting' | 'closed';

/** Has the second picture of a comparison analysed by another worker; `undefined` where none does it. */
export type AskHelp = () => Promise<Result<Uint8Array, AnalysisFailure | EngineFailure> | undefined>;

/** How a comparison runs. */
export interface RunOptions {
  /** How long the answer is waited for. */
  readonly withinMs: number;
  /** Absent where there is nobody to ask. */
  readonly askHelp?: AskHelp | undefined;
}

interface Running {
  readonly id: number;
  readonly settle: (outcome: TaskOutcome | AnalysisOutcome) => void;
  readonly askHelp: AskHelp | undefined;
  step?: ComparisonStep | undefined;
  timer: NodeJS.Timeout;
  watch?: NodeJS.Timeout;
}

/** Workers that are killed while they start are started again at once, and later more slowly. */
const killedStartPauseMs = 50;
const maxKilledStartPauseMs = 1000;

/** A place for one worker process: starts it, gives it one task at a time, replaces it when it is lost or has to be killed. */
export class WorkerSlot {
  state: SlotState = 'starting';
  #options: SlotOptions;
  #worker: Worker | undefined;
  #running: Running | undefined;
  #startTimer: NodeJS.Timeout | undefined;
  #killedStarts = 0;
  #nextId = 1;

  constructor(options: SlotOptions) {
    this.#options = options;
    this.#start();
  }

  /** Process id of the worker, for the log and for tests that break it. */
  get pid(): number | undefined {
    return this.#worker?.pid;
  }

  /** Runs a comparison; the slot must be idle. */
  run({ pair, ...task }: ComparisonTask, { withinMs, askHelp }: RunOptions): Promise<TaskOutcome> {
    const { primary, secondary } = pair;
    const pictures = { primary: announce(primary), secondary: announce(secondary) };
    const message = { type: 'compare', task, pictures, withinMs, mayAsk: askHelp !== undefined } as const;
    return this.#give<TaskOutcome>(message, [primary.bytes, secondary.bytes], askHelp);
  }

  /** Analyses the second picture of another worker's comparison; the slot must be idle. */
  analyse({ profile, ...picture }: AnalysisTask): Promise<AnalysisOutcome> {
    return this.#give<AnalysisOutcome>({ type: 'analyse', profile, picture: announce(picture) }, [picture.bytes]);
  }

  #give<Outcome extends TaskOutcome | AnalysisOutcome>(
    message: Omit<CompareMessage, 'id'> | Omit<AnalyseMessage, 'id'>,
    bytes: readonly Uint8Array[],
    askHelp?: AskHelp,
  ): Promise<Outcome> {
    this.#setState('busy');
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#giveUp('silent'), this.#options.answerMs);
      // A worker answers what it was asked.
      this.#running = { id, settle: resolve as Running['settle'], askHelp, timer };
      this.#worker?.send({ ...message, id }, bytes);
    });
  }

  /** Asks, and tells the worker what came of it, if it still waits. */
  async #help(id: number): Promise<void> {
    const help = await this.#running?.askHelp?.();
    if (this.#running?.id !== id) return;
    const told = help?.ok === true ? { ok: true as const, value: { byteLength: help.value.length } } : help;
    this.#worker?.send({ type: 'help', id, help: told }, help?.ok === true ? [help.value] : []);
  }

  /** Takes new bounds on; they count from the next job. */
  adjust(limits: Pick<SlotOptions, 'answerMs' | 'budgetMs' | 'maxResidentBytes'>): void {
    this.#options = { ...this.#options, ...limits };
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

  #start(pauseMs = 0): void {
    if (this.state === 'closed') return;
    const suspendedMs = this.#options.circuit.waitMs(monotonicMs());
    this.#setState(suspendedMs > 0 ? 'waiting' : 'starting');
    const waitMs = Math.max(suspendedMs, pauseMs);
    if (waitMs > 0) {
      this.#startTimer = setTimeout(() => this.#start(), waitMs).unref();
      return;
    }
    const worker = startWorker(this.#options, (event) => this.#receive(worker, event));
    this.#worker = worker;
    this.#startTimer = setTimeout(() => this.#neverReady(), this.#options.startMs).unref();
  }

  #receive(worker: Worker, event: WorkerEvent): void {
    if (worker !== this.#worker) return;
    switch (event.type) {
      case 'ready':
        clearTimeout(this.#startTimer);
        this.#killedStarts = 0;
        this.#options.circuit.succeeded();
        this.#setState('idle');
        break;
      case 'started':
        this.#accepted(event.id);
        break;
      case 'step':
        this.#stepped(event.id, event.step);
        break;
      case 'help-wanted':
        void this.#help(event.id);
        break;
      case 'cache-fault':
        this.#options.onCacheFault?.(event);
        break;
      case 'done':
      case 'analysed':
        this.#done(event);
        break;
      case 'threw':
        this.#finish(event.id, event);
        break;
      case 'lost':
        this.#lost(event);
    }
  }

  /** It has taken the task on. */
  #accepted(id: number): void {
    const running = this.#running;
    if (running?.id !== id) return;
    this.#startBudget(running);
    this.#watchStops(running);
  }

  /** One that begins with a step has taken the task on, too. */
  #stepped(id: number, step: ComparisonStep | undefined): void {
    const running = this.#running;
    if (running?.id !== id) return;
    running.step = step;
    this.#startBudget(running, step === undefined);
    this.#watchStops(running);
  }

  /** From then on a worker that is stopped is noticed, whatever it was about. */
  #watchStops(running: Running): void {
    if (running.watch !== undefined) return;
    let wasStopped = false;
    running.watch = setInterval(() => {
      const stopped = isStopped(this.pid);
      if (stopped && wasStopped) this.#giveUp('silent');
      wasStopped = stopped;
    }, this.#options.answerMs / 2);
  }

  /** While it waits for help, the helper's own bounds come first: what it is asked has to be taken on, and then to be done. */
  #startBudget(running: Running, isWaiting = false): void {
    const { answerMs, budgetMs } = this.#options;
    clearTimeout(running.timer);
    running.timer = setTimeout(() => this.#giveUp('too-slow'), isWaiting ? 2 * answerMs + budgetMs : budgetMs);
  }

  #finish(id: number, outcome: TaskOutcome | AnalysisOutcome): void {
    if (this.#running?.id !== id) return;
    this.#settle(outcome);
    this.#setState('idle');
  }

  /** A worker that has grown too large is never idle: it would be given the next task, and die with it. */
  #done({ id, residentBytes, ...outcome }: Extract<WorkerEvent, { readonly type: 'done' | 'analysed' }>): void {
    if (residentBytes <= this.#options.maxResidentBytes) return this.#finish(id, outcome);
    this.#settle(outcome);
    this.#replace('too-large');
  }

  #settle(outcome: TaskOutcome | AnalysisOutcome): void {
    clearTimeout(this.#running?.timer);
    clearInterval(this.#running?.watch);
    this.#running?.settle(outcome);
    this.#running = undefined;
  }

  /** A stopped worker is not too slow: it does not work at all. */
  #giveUp(type: 'silent' | 'too-slow'): void {
    const why = type === 'too-slow' && isStopped(this.pid) ? 'silent' : type;
    this.#settle(why === 'silent' ? { type: why } : { type: why, step: this.#running?.step });
    this.#replace(why);
  }

  #neverReady(): void {
    this.#options.circuit.failed(monotonicMs());
    this.#replace('never-ready');
  }

  /** Starts that were killed from outside say nothing about the next one; only those that fail by themselves open the circuit. */
  #lost({ how, description }: LostWorker): void {
    clearTimeout(this.#startTimer);
    const isStart = this.state === 'starting';
    if (isStart && how !== 'killed') this.#options.circuit.failed(monotonicMs());
    this.#killedStarts = isStart && how === 'killed' ? this.#killedStarts + 1 : 0;
    const pauseMs = this.#killedStarts < 2 ? 0 : killedStartPauseMs * 2 ** (this.#killedStarts - 2);
    this.#settle({ type: 'lost', how, description, step: this.#running?.step });
    this.#replace(how, { description, pauseMs: Math.min(maxKilledStartPauseMs, pauseMs) });
  }

  #replace(why: WorkerEnd, { description, pauseMs }: { description?: string; pauseMs?: number } = {}): void {
    const old = this.#worker;
    this.#worker = undefined;
    old?.kill();
    if (this.state === 'closed') return;
    const facts = {
      ...(old?.pid === undefined ? {} : { pid: old.pid }),
      ...(description === undefined ? {} : { description }),
    };
    this.#options.onWorkerEnd?.(why, facts);
    this.#start(pauseMs);
  }
}

function announce({ header, bytes }: CheckedPicture): AnnouncedPicture {
  return { header, byteLength: bytes.length };
}
