import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { AnalysisFailure } from '../compare/analyser.ts';
import type { EngineFailure } from '../compare/failure.ts';
import type { Result } from '../result.ts';
import { accessEnvironment, workerEnvironment } from './worker-environment.ts';
import { pictureDescriptor, takeReturned, writeBytes } from './picture-channel.ts';
import type { EngineMessage, WorkerMessage } from './worker-messages.ts';
import type { SharedFeaturesAccess } from './worker-environment.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** How worker processes are started. */
export interface WorkerOptions {
  readonly settings: WorkerSettings;
  /** Environment variables that the analyser needs beside the usual ones. */
  readonly environmentNames?: readonly string[] | undefined;
  /** Of the feature cache that engines share, if `settings` have one. */
  readonly sharedFeatures?: SharedFeaturesAccess | undefined;
  /** Takes what a worker writes to standard error. */
  readonly onStderr: (text: string) => void;
}

type AnalysedMessage = Extract<WorkerMessage, { readonly type: 'analysed' }>;

/** What a worker tells; an analysis once its bytes have come; `lost` comes once, last. */
export type WorkerEvent =
  | Exclude<WorkerMessage, AnalysedMessage>
  | (Omit<AnalysedMessage, 'result'> & { readonly result: Result<Uint8Array, AnalysisFailure | EngineFailure> })
  /** `exited`: the process is gone. `disconnected`: it lives, but its channel is closed. */
  | LostWorker;

/** How a worker was lost. `killed`: by a signal that ends processes from outside, such as an operator's or the memory's guard. */
export interface LostWorker {
  readonly type: 'lost';
  readonly how: 'exited' | 'killed' | 'disconnected';
  readonly description: string;
}

/** One worker process. */
export interface Worker {
  readonly pid: number | undefined;
  /** Tells it something; the bytes that follow must not change before it has answered. */
  readonly send: (message: EngineMessage, bytes: readonly Uint8Array[]) => void;
  /** Ends it at once, whatever it does. */
  readonly kill: () => void;
  /** Resolves when its process is gone. */
  readonly ended: Promise<void>;
}

/** How long a closed channel may precede the news that the process has ended. */
const exitGraceMs = 250;

/** An analysis is a small part of this; a worker that has gone mad may claim anything. */
const maxReturnedBytes = 64 << 20;

/** Starts a worker process. Of the engine's environment it gets only what it needs. */
export function startWorker(options: WorkerOptions, onEvent: (event: WorkerEvent) => void): Worker {
  const child = fork(entryFile(), [JSON.stringify(options.settings)], {
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    execArgv: runsFromSources ? ['--conditions=@semblance/source'] : [],
    env: {
      ...workerEnvironment(process.env, options.environmentNames),
      ...accessEnvironment(options.sharedFeatures),
    },
  });
  child.stderr?.setEncoding('utf8').on('data', options.onStderr);
  const pipe = child.stdio[pictureDescriptor] as Duplex | null | undefined;
  // A broken pipe is a lost worker, and of that the process tells.
  pipe?.on('error', () => undefined);
  listen(child, pipe ?? undefined, onEvent);
  watchLoss(child, onEvent);
  return {
    pid: child.pid,
    send: (message, bytes) => {
      child.send(message, () => undefined);
      if (pipe !== undefined && pipe !== null) writeBytes(pipe, bytes);
    },
    kill: () => void child.kill('SIGKILL'),
    ended: endOf(child),
  };
}

/** Hands messages on; that of an analysis waits for its bytes. */
function listen(child: ChildProcess, pipe: Duplex | undefined, onEvent: (event: WorkerEvent) => void): void {
  const returned = pipe === undefined ? undefined : takeReturned(pipe);
  child.on('message', (received) => {
    const message = received as WorkerMessage;
    if (message.type !== 'analysed') return onEvent(message);
    const { result, ...rest } = message;
    if (!result.ok) return onEvent({ ...rest, result });
    const { byteLength } = result.value;
    if (byteLength > maxReturnedBytes)
      return onEvent({ type: 'threw', id: rest.id, description: 'an analysis is too large' });
    void returned?.(byteLength).then((value) => onEvent({ ...rest, result: { ok: true, value } }));
  });
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    // One that could not be started has no end of its own.
    child.once('error', () => resolve());
  });
}

/** Signals that a process does not bring upon itself, as a crash does. */
const outsideSignals: ReadonlySet<string> = new Set(['SIGKILL', 'SIGTERM', 'SIGINT', 'SIGHUP']);

function watchLoss(child: ChildProcess, onEvent: (event: WorkerEvent) => void): void {
  let told = false;
  const tell = (how: LostWorker['how'], description: string): void => {
    if (told) return;
    told = true;
    onEvent({ type: 'lost', how, description });
  };
  child.on('error', (error) => tell('exited', error.message));
  child.on('exit', (code, signal) => {
    const how = signal !== null && outsideSignals.has(signal) ? 'killed' : 'exited';
    tell(how, signal === null ? `exit code ${code ?? 'unknown'}` : `signal ${signal}`);
  });
  child.on('disconnect', () => {
    setTimeout(() => tell('disconnected', 'the channel was closed'), exitGraceMs).unref();
  });
}

/** In a checkout the sources run as `.ts`; the built package is `.js`. */
const runsFromSources = import.meta.url.endsWith('.ts');

function entryFile(): string {
  return fileURLToPath(new URL(`./worker-main.${runsFromSources ? 'ts' : 'js'}`, import.meta.url));
}
