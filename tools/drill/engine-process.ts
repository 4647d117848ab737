import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Where and how the engine is run. */
export interface EngineSetup {
  readonly config: string;
  readonly stateDirectory: string;
  readonly clockFile: string;
  readonly temporaryDirectory: string;
  /** File for the trace of connections; `undefined` where no tracer is installed. */
  readonly trace: string | undefined;
}

/** An engine in a process of its own, that can be broken. */
export interface EngineProcess {
  readonly pid: number;
  readonly port: number;
  /** Where it says whether it takes requests. */
  readonly readyUrl: string;
  /** Everything it has written to its log so far. */
  readonly log: () => string;
  readonly workers: () => number[];
  readonly signal: (name: NodeJS.Signals) => void;
  /** Resolves to the exit code; `undefined` where it has not ended in time. */
  readonly ended: (withinMs: number) => Promise<number | null | undefined>;
}

const main = path.resolve(import.meta.dirname, '../../packages/engine/src/cli/main.ts');
const clock = path.join(import.meta.dirname, 'stepped-clock.ts');
const startMs = 60_000;

/** Whether connections can be traced on this machine. */
export function hasTracer(): boolean {
  return spawnSync('strace', ['-V']).status === 0;
}

/** Starts the engine as its user would. @param port  0 picks a free one. */
export async function startEngineProcess(setup: EngineSetup, port: number): Promise<EngineProcess> {
  const serve = ['--conditions=@semblance/source', '--import', clock, main, 'serve', '--config', setup.config];
  const own = [...serve, '--admin-port', '0', '--port', String(port), '--state-directory', setup.stateDirectory];
  const traced = [
    '-f',
    '-qq',
    '--seccomp-bpf',
    '-e',
    'trace=connect,sendto',
    '-A',
    '-o',
    setup.trace ?? '',
    process.execPath,
  ];
  const [program, parameters] = setup.trace === undefined ? [process.execPath, own] : ['strace', [...traced, ...own]];
  const child = spawn(program, parameters, {
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: setup.temporaryDirectory,
      TMPDIR: setup.temporaryDirectory,
      DRILL_CLOCK: setup.clockFile,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8')));
  const { bound, readyUrl } = await greetingOf(child).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  const pid = setup.trace === undefined ? (child.pid ?? 0) : (childrenOf(child.pid ?? 0)[0] ?? 0);
  return {
    pid,
    port: bound,
    readyUrl,
    log: () => lines.join(''),
    workers: () => childrenOf(pid),
    signal: (name) => void process.kill(pid, name),
    ended: (withinMs) => endOf(child, withinMs),
  };
}

/** What the engine says once it answers. */
async function greetingOf(child: ChildProcess): Promise<{ readonly bound: number; readonly readyUrl: string }> {
  let greeting = '';
  const found = Promise.withResolvers<{ readonly bound: number; readonly readyUrl: string }>();
  child.stderr?.on('data', (chunk: Buffer) => {
    greeting += chunk.toString('utf8');
    const port = /engine on http:\/\/127\.0\.0\.1:(?<port>\d+)/.exec(greeting)?.groups?.['port'];
    const admin = /Admin: (?<url>http:\/\/[^/]+)/.exec(greeting)?.groups?.['url'];
    if (port !== undefined && admin !== undefined) found.resolve({ bound: Number(port), readyUrl: `${admin}/readyz` });
  });
  const failed = once(child, 'exit').then(() => Promise.reject(new Error(`the engine did not start: ${greeting}`)));
  const late = setTimeout(startMs, undefined, { ref: false }).then(() =>
    Promise.reject(new Error(`no port within ${startMs} ms: ${greeting}`)),
  );
  late.catch(() => undefined);
  failed.catch(() => undefined);
  return Promise.race([found.promise, failed, late]);
}

async function endOf(child: ChildProcess, withinMs: number): Promise<number | null | undefined> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return Promise.race([
    once(child, 'exit').then(([code]) => code as number | null),
    setTimeout(withinMs, undefined, { ref: false }),
  ]);
}

/** Process ids of a process's children, all threads taken together (proc(5)). */
export function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return [];
  }
}

/** Whether a process is there, zombies apart. */
export function isRunning(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
