import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import path from 'node:path';
import process from 'node:process';
import { formMediaType } from '@semblance/spec/protocol';
import type { FilePair } from '../bench/example-pairs.ts';
import { hostEngine, instanceName } from '../bench/served-engine.ts';

/** CPU milliseconds since a process began, by process. */
export interface CpuUse {
  readonly mainMs: number;
  readonly workerMs: number;
  readonly callerMs: number;
}

/** Milliseconds on a core, and in wait for one (Linux, `schedstat`). */
export interface Scheduled {
  readonly ranMs: number;
  readonly waitedMs: number;
}

/** Share of the time in which a process could run that it did; 1 where it never waited for a core. */
export function coreShare(before: Scheduled, after: Scheduled): number {
  const [ran, waited] = [after.ranMs - before.ranMs, after.waitedMs - before.waitedMs];
  return ran <= 0 ? 1 : ran / (ran + Math.max(0, waited));
}

/** What a call was answered with. */
export interface CallOutcome {
  readonly status: number;
  readonly tookMs: number;
}

/** An engine in processes of its own, as it is served. */
export interface EngineUnderTest {
  readonly call: (body: string) => Promise<CallOutcome>;
  readonly used: () => CpuUse;
  /** How long its threads have run, and how long they have waited for a core, so far. */
  readonly scheduled: () => Scheduled;
  /** Resident bytes of the main process, and of the largest worker. */
  readonly resident: () => { readonly mainBytes: number; readonly workerBytes: number };
  readonly stop: () => Promise<void>;
}

/** More than any machine does: only workers and queue bound what is taken on. */
const plenty = 1_000_000;

/** How the engine is set. */
export interface EngineSetup {
  readonly workers: number;
  readonly queueLength: number;
  /** A manifest of a model of one's own. */
  readonly manifest?: string | undefined;
}

/** Starts an engine; resolves when it answers. */
export async function startEngineUnderTest({ workers, queueLength, manifest }: EngineSetup): Promise<EngineUnderTest> {
  const own = manifest === undefined ? {} : { similarityProfile: 'own' };
  const settings = {
    limits: { workers, queueLength },
    instances: [{ name: instanceName, owner: '1000', queriesPerSecond: plenty, burst: plenty, ...own }],
    ...(manifest === undefined ? {} : { profiles: [{ name: 'own', manifest: path.resolve(manifest) }] }),
  };
  const engine = await hostEngine(settings);
  const { target, mainPid, workerPids } = engine;
  const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY });
  return {
    call: (body) => post(target, { body, agent }),
    used: () => {
      const { user, system } = process.cpuUsage();
      const { main, workers: inWorkers } = engine.used();
      return { mainMs: main, workerMs: inWorkers, callerMs: (user + system) / 1000 };
    },
    scheduled: () => scheduledOf([mainPid, ...workerPids]),
    resident: () => ({
      mainBytes: residentBytes(mainPid),
      workerBytes: Math.max(...workerPids.map(residentBytes)),
    }),
    stop: async () => {
      agent.destroy();
      await engine.stop();
    },
  };
}

/** The form that a pair is sent as. */
export function bodyOf([primary, secondary]: FilePair): string {
  const fields = [
    ['InstanceName', instanceName],
    ['PrimaryPicContent', primary.toString('base64')],
    ['SecondaryPicContent', secondary.toString('base64')],
  ];
  return fields.map(([name = '', text = '']) => `${name}=${encodeURIComponent(text)}`).join('&');
}

function post(target: string, { body, agent }: { readonly body: string; readonly agent: Agent }): Promise<CallOutcome> {
  const startedAtMs = performance.now();
  const headers = { 'content-type': formMediaType, 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(target, { method: 'POST', headers, agent }, (response) => {
      response.resume();
      response.on('end', () => resolve({ status: response.statusCode ?? 0, tookMs: performance.now() - startedAtMs }));
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function residentBytes(pid: number): number {
  const [, kilobytes = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}

function scheduledOf(pids: readonly number[]): Scheduled {
  let [ranMs, waitedMs] = [0, 0];
  for (const pid of pids) {
    for (const thread of readdirSync(`/proc/${pid}/task`)) {
      const [ran = 0, waited = 0] = textOf(`/proc/${pid}/task/${thread}/schedstat`).split(' ').map(Number);
      ranMs += ran / 1e6;
      waitedMs += waited / 1e6;
    }
  }
  return { ranMs, waitedMs };
}

/** Of a thread that has ended meanwhile: nothing. */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '0 0';
  }
}
