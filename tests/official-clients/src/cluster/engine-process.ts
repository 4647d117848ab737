import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import process from 'node:process';
import { ownEnvironment } from '../../../../packages/engine/test/service/support/own-environment.ts';

const main = path.resolve(import.meta.dirname, '../../../../packages/engine/src/cli/main.ts');
const startMs = 90_000;

/** An engine in a process of its own, as its operator starts it. */
export interface EngineProcess {
  readonly port: number;
  readonly adminUrl: string;
  /** What it has written so far. */
  readonly log: () => string;
  /** Ends it with a signal; resolves to its exit code. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>;
}

/** Starts an engine. @param port  one that nobody else is given while it is away, as `freePort` finds. */
export async function startEngineProcess(configFile: string, home: string, port: number): Promise<EngineProcess> {
  const serve = ['serve', '--config', configFile, '--state-directory', `${home}/state`];
  const ports = ['--port', String(port), '--admin-port', '0'];
  const child = spawn(process.execPath, ['--conditions=@semblance/source', main, ...serve, ...ports], {
    env: ownEnvironment({ HOME: home, TMPDIR: home }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => lines.push(chunk.toString('utf8')));
  const log = (): string => lines.join('');
  await greeted(child, log);
  return {
    port: Number(/Semblance engine on http:\/\/[\d.]+:(\d+)/.exec(log())?.[1]),
    adminUrl: /Admin: (http:\/\/[\d.:]+)/.exec(log())?.[1] ?? '',
    log,
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const exit = once(child, 'exit') as Promise<[number | null]>;
      child.kill(signal);
      return (await exit)[0];
    },
  };
}

async function greeted(child: ChildProcess, log: () => string): Promise<void> {
  const untilMs = performance.now() + startMs;
  while (!log().includes('State:')) {
    if (child.exitCode !== null) throw new Error(`the engine ended:\n${log()}`);
    if (performance.now() > untilMs) throw new Error(`the engine did not start:\n${log()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
