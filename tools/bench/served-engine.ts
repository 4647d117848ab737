import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { compareAction } from '@semblance/spec/protocol';
import type { EngineAddress } from './engine-host.ts';
import type { FilePair } from './example-pairs.ts';
import { cpuMsOf } from './process-cpu.ts';

/** The instance that benchmarks call. */
export const instanceName = 'demoinstance1';

/** An engine in processes of its own. */
export interface HostedEngine {
  /** Where comparisons are sent to. */
  readonly target: string;
  readonly mainPid: number;
  readonly workerPids: readonly number[];
  /** CPU milliseconds so far. */
  readonly used: () => { readonly main: number; readonly workers: number };
  /** Has the main process collect its garbage. */
  readonly collect: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts an engine with these settings, which are those of a configuration file; resolves when it answers. */
export async function hostEngine(settings: object): Promise<HostedEngine> {
  const host = fork(path.join(import.meta.dirname, 'engine-host.ts'), [JSON.stringify(settings)], {
    execArgv: ['--conditions=@semblance/source'],
  });
  const [{ url, workers }] = (await once(host, 'message')) as [EngineAddress];
  const mainPid = host.pid ?? 0;
  return {
    target: `${url}/?Action=${compareAction.action}&Version=${compareAction.version}&Format=JSON`,
    mainPid,
    workerPids: workers,
    used: () => ({ main: cpuMsOf(mainPid), workers: workers.reduce((sum, pid) => sum + cpuMsOf(pid), 0) }),
    collect: async () => {
      const collected = once(host, 'message');
      host.send('collect');
      await collected;
    },
    stop: async () => {
      const ended = once(host, 'exit');
      host.disconnect();
      await ended;
    },
  };
}

/** One that is called pair by pair. */
export interface ServedEngine extends Omit<HostedEngine, 'target'> {
  readonly compare: (pair: FilePair) => Promise<void>;
}

/** Starts an engine with these settings, which are those of a configuration file. */
export async function startServed(settings: object): Promise<ServedEngine> {
  const { target, ...engine } = await hostEngine(settings);
  return { ...engine, compare: (pair) => callEngine(target, pair) };
}

async function callEngine(target: string, [primary, secondary]: FilePair): Promise<void> {
  const body = new URLSearchParams({
    InstanceName: instanceName,
    PrimaryPicContent: primary.toString('base64'),
    SecondaryPicContent: secondary.toString('base64'),
  });
  const response = await fetch(target, { method: 'POST', body });
  if (response.status !== 200) throw new Error(await response.text());
  await response.text();
}
