import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownEnvironment } from './own-environment.ts';

const program = path.resolve(import.meta.dirname, '../../../src/cli/main.ts');

/** A home and a temporary directory that nothing else writes to. */
export interface Sandbox {
  readonly home: string;
  readonly temporary: string;
  /** Files and directories left in the temporary directory. */
  readonly left: () => Promise<string[]>;
  /** Programs that were started in it, each the first of its process group. */
  readonly programs: ChildProcess[];
  /** Ends what still runs in it, too: a test that has failed leaves no engine behind. */
  readonly remove: () => Promise<void>;
}

/** Makes a sandbox. */
export async function openSandbox(): Promise<Sandbox> {
  const directory = await mkdtemp(path.join(tmpdir(), 'semblance-test-'));
  const [home, temporary] = [await mkdtemp(path.join(directory, 'home-')), await mkdtemp(path.join(directory, 'tmp-'))];
  const programs: ChildProcess[] = [];
  return {
    home,
    temporary,
    left: () => readdir(temporary),
    programs,
    remove: async () => {
      const running = programs.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
      for (const { pid } of running) if (pid !== undefined) process.kill(-pid, 'SIGKILL');
      await rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** The command line, running. */
export interface Program {
  readonly child: ChildProcess;
  readonly stderr: () => string;
  /** Resolves when standard error matches; rejects when the program ends before. */
  readonly said: (pattern: RegExp) => Promise<RegExpExecArray>;
  /** Resolves to its exit code, or to the signal that ended it. */
  readonly ended: Promise<number | string>;
  /** When standard error was first written to, and when it ended, on the monotonic clock. */
  readonly times: { spokeAtMs?: number; endedAtMs?: number };
  /** Whether any process of its group is still there. */
  readonly hasProcesses: () => boolean;
}

/** Runs `semblance` in a process group of its own. */
export function runProgram(
  commandLine: readonly string[],
  sandbox: Sandbox,
  environment: Readonly<Record<string, string>> = {},
): Program {
  const child = spawn(process.execPath, ['--conditions=@semblance/source', program, ...commandLine], {
    env: ownEnvironment({ HOME: sandbox.home, TMPDIR: sandbox.temporary, ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  sandbox.programs.push(child);
  const times: Program['times'] = {};
  let stderr = '';
  let onText: () => void = () => undefined;
  child.stderr.on('data', (chunk: Buffer) => {
    times.spokeAtMs ??= performance.now();
    stderr += chunk.toString('utf8');
    onText();
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('exit', (code, signal) => {
      times.endedAtMs = performance.now();
      resolve(code ?? signal ?? 'gone');
    });
  });
  const said = (pattern: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      onText = () => {
        const match = pattern.exec(stderr);
        if (match !== null) resolve(match);
      };
      onText();
      void ended.then((code) => reject(new Error(`it ended with ${code} and said: ${stderr}`)));
    });
  return { child, stderr: () => stderr, said, ended, times, hasProcesses: () => isThere(-(child.pid ?? 0)) };
}

/** Whether a process, or with a negative number a process group, is there. */
export function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
