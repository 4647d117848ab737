import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Duplex } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { CheckedPicture } from '../compare/analyser.ts';
import { sharedFeaturesVariable, workerEnvironment } from './worker-environment.ts';
import { pictureDescriptor, writeBytes } from './picture-channel.ts';
import type { AnnouncedPicture, Assignment, TaskMessage, WorkerMessage } from './worker-messages.ts';
import type { WorkerSettings } from './worker-settings.ts';

/** How worker processes are started. */
export interface WorkerOptions {
  readonly settings: WorkerSettings;
  /** Environment variables that the analyser needs beside the usual ones. */
  readonly environmentNames?: readonly string[] | undefined;
  /** Address of the feature cache that engines share, if `settings` have one. */
  readonly sharedFeaturesUrl?: string | undefined;
  /** Takes what a worker writes to standard error. */
  readonly onStderr: (text: string) => void;
}

/** What a worker tells; `lost` comes once, last. */
export type WorkerEvent =
  | WorkerMessage
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
  /** Gives it a task; the pictures' bytes must not change before it has answered. */
  readonly send: (assignment: Assignment) => void;
  /** Ends it at once, whatever it does. */
  readonly kill: () => void;
  /** Resolves when its process is gone. */
  readonly ended: Promise<void>;
}

/** How long a closed channel may precede the news that the process has ended. */
const exitGraceMs = 250;

/** Starts a worker process. Of the engine's environment it gets only what it needs. */
export function startWorker(options: WorkerOptions, onEvent: (event: WorkerEvent) => void): Worker {
  const child = fork(entryFile(), [JSON.stringify(options.settings)], {
    serialization: 'json',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc', 'pipe'],
    execArgv: runsFromSources ? ['--conditions=@semblance/source'] : [],
    env: {
      ...workerEnvironment(process.env, options.environmentNames),
      ...(options.sharedFeaturesUrl === undefined ? {} : { [sharedFeaturesVariable]: options.sharedFeaturesUrl }),
    },
  });
  child.stderr?.setEncoding('utf8').on('data', options.onStderr);
  child.on('message', (message) => onEvent(message as WorkerMessage));
  const pictures = child.stdio[pictureDescriptor] as Duplex | null | undefined;
  // A broken pipe is a lost worker, and of that the process tells.
  pictures?.on('error', () => undefined);
  watchLoss(child, onEvent);
  return {
    pid: child.pid,
    send: ({ task: { pair, ...task }, ...assignment }) => {
      const announced = { primary: announce(pair.primary), secondary: announce(pair.secondary) };
      child.send({ ...assignment, task, pictures: announced } satisfies TaskMessage, () => undefined);
      if (pictures !== undefined && pictures !== null) writeBytes(pictures, [pair.primary.bytes, pair.secondary.bytes]);
    },
    kill: () => void child.kill('SIGKILL'),
    ended: endOf(child),
  };
}

function announce({ header, bytes }: CheckedPicture): AnnouncedPicture {
  return { header, byteLength: bytes.length };
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
