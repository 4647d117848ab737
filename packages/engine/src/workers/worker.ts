import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ProfileSource } from '../analysis/analyser.ts';
import type { Job, WorkerMessage } from './worker-messages.ts';

/** How worker processes are started. */
export interface WorkerOptions {
  readonly threads: number;
  /** Module that replaces the built-in analyser. */
  readonly analyserModule: string | undefined;
  /** Profiles beside the built-in one. */
  readonly profiles: readonly ProfileSource[];
  /** Takes what a worker writes to standard error. */
  readonly onStderr: (text: string) => void;
}

/** What a worker tells; `lost` comes once, last. */
export type WorkerEvent =
  | WorkerMessage
  /** `exited`: the process is gone. `disconnected`: it lives, but its channel is closed. */
  | { readonly type: 'lost'; readonly how: 'exited' | 'disconnected'; readonly description: string };

/** One worker process. */
export interface Worker {
  readonly pid: number | undefined;
  readonly send: (id: number, job: Job) => void;
  /** Ends it at once, whatever it does. */
  readonly kill: () => void;
  /** Resolves when its process is gone. */
  readonly ended: Promise<void>;
}

/** How long a closed channel may precede the news that the process has ended. */
const exitGraceMs = 250;

/** Starts a worker process. It gets no environment variable that may hold a secret. */
export function startWorker(options: WorkerOptions, onEvent: (event: WorkerEvent) => void): Worker {
  const child = fork(
    entryFile(),
    [String(options.threads), options.analyserModule ?? '', JSON.stringify(options.profiles)],
    {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: runsFromSources ? ['--conditions=@semblance/source'] : [],
      env: workerEnvironment(),
    },
  );
  child.stderr?.setEncoding('utf8').on('data', options.onStderr);
  child.on('message', (message) => onEvent(message as WorkerMessage));
  watchLoss(child, onEvent);
  return {
    pid: child.pid,
    send: (id, job) => {
      child.send({ id, job }, () => undefined);
    },
    kill: () => void child.kill('SIGKILL'),
    ended: endOf(child),
  };
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    // One that could not be started has no end of its own.
    child.once('error', () => resolve());
  });
}

function watchLoss(child: ChildProcess, onEvent: (event: WorkerEvent) => void): void {
  let told = false;
  const tell = (how: 'exited' | 'disconnected', description: string): void => {
    if (told) return;
    told = true;
    onEvent({ type: 'lost', how, description });
  };
  child.on('error', (error) => tell('exited', error.message));
  child.on('exit', (code, signal) => tell('exited', `exit code ${code ?? '–'}, signal ${signal ?? '–'}`));
  child.on('disconnect', () => {
    setTimeout(() => tell('disconnected', 'the channel was closed'), exitGraceMs).unref();
  });
}

/** In a checkout the sources run as `.ts`; the built package is `.js`. */
const runsFromSources = import.meta.url.endsWith('.ts');

function entryFile(): string {
  return fileURLToPath(new URL(`./worker-main.${runsFromSources ? 'ts' : 'js'}`, import.meta.url));
}

/** Decoding takes one thread of libuv's pool a picture; a worker does one picture at a time. */
function workerEnvironment(): Record<string, string | undefined> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^SEMBLANCE_|SECRET|TOKEN|PASSWORD|^NODE_OPTIONS$|^VITEST/i.test(name),
  );
  return { ...Object.fromEntries(kept), UV_THREADPOOL_SIZE: '2' };
}
