import { setTimeout } from 'node:timers/promises';
import { callers, floodingAccount, steady } from './drill-config.ts';
import { isRunning, startEngineProcess } from './engine-process.ts';
import type { EngineProcess, EngineSetup } from './engine-process.ts';
import { openSlowClients, slownesses } from '../../packages/engine/test/service/support/slow-clients.ts';
import { damageEntries, freezeWorkers, killWorkers, silentConnections, stepClock } from './faults.ts';
import type { SmallDisk } from './faults.ts';
import { runCaller, send, signComparison } from './load.ts';
import type { Tally, World } from './load.ts';
import type { Finding } from './report.ts';

/** What a drill is made of. */
export interface Drill {
  readonly setup: EngineSetup;
  readonly disk: SmallDisk;
  /** Where the engine keeps features. */
  readonly cacheDirectory: string;
  readonly isShort: boolean;
  readonly writeConfig: (text: string) => void;
  readonly goodConfig: (queriesPerSecond: number) => string;
}

interface Running extends Drill {
  readonly world: World;
  engine: EngineProcess;
  /** Everything that has ever been a process of the engine. */
  readonly pids: Set<number>;
  replaysAccepted: number;
  readonly faults: string[];
}

const hourMs = 3_600_000;
const stopMs = 45_000;
const readyIntervalMs = 200;

/** Breaks the engine in one way after another while it is called, and counts what came of it. */
export async function runStages(drill: Drill): Promise<Finding[]> {
  const world: World = { port: 0, offsetMs: 0, isCrashing: false, isReady: true, stage: 'the start' };
  const engine = await startEngineProcess(drill.setup, 0);
  world.port = engine.port;
  const running: Running = { ...drill, world, engine, pids: new Set(), replaysAccepted: 0, faults: [] };
  const stop = new AbortController();
  const watch = setInterval(() => void askReadiness(running), readyIntervalMs);
  const plans = callers(world, drill.isShort ? 50 : 100);
  const tallies = Promise.all(plans.map((plan) => runCaller(plan, world, stop.signal)));
  await setTimeout(drill.isShort ? 2000 : 10_000);
  for (const [name, stage] of Object.entries(stages)) {
    console.log(`  ${name}`);
    world.stage = name;
    noteProcesses(running);
    await stage(running);
    await setTimeout(drill.isShort ? 500 : 5000);
  }
  noteProcesses(running);
  stop.abort();
  const counted = await tallies;
  clearInterval(watch);
  running.engine.signal('SIGTERM');
  const exit = await running.engine.ended(stopMs);
  if (exit !== 0) running.faults.push(`SIGTERM gave ${String(exit)}`);
  return findings(running, counted);
}

/** What a load balancer does: it sends nobody to an engine that does not say it is ready. */
async function askReadiness({ engine, world }: Running): Promise<void> {
  const answer = await fetch(engine.readyUrl, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
  world.isReady = answer?.ok === true;
}

const stages: Readonly<Record<string, (running: Running) => Promise<void>>> = {
  'workers are killed': ({ engine, isShort }) => killWorkers(engine, isShort ? 2 : 12),
  'workers freeze': ({ engine }) => freezeWorkers(engine),
  'the disk is full': async ({ disk, isShort }) => {
    disk.fill();
    await setTimeout(isShort ? 3000 : 20_000);
    disk.empty();
  },
  'the clock steps an hour on and back': async (running) => {
    const { engine, world, setup } = running;
    const before = await signComparison(world, steady, 'steady');
    await send(world, before);
    await stepClock(engine, world, { file: setup.clockFile, offsetMs: hourMs });
    await setTimeout(1500);
    await stepClock(engine, world, { file: setup.clockFile, offsetMs: 0 });
    await countReplay(running, before);
  },
  'good and bad configurations are read': reload,
  'a thousand connections say nothing': async ({ world, isShort }) => {
    await silentConnections(world.port, 1000, isShort ? 4000 : 15_000);
  },
  'entries of the feature cache are damaged': async (running) => {
    const { cacheDirectory, faults, isShort } = running;
    const damaged = damageEntries(cacheDirectory);
    await setTimeout(isShort ? 2000 : 10_000);
    if (damaged === 0) faults.push('no entry of the feature cache was there to be damaged');
  },
  'hundreds of clients are slow': async ({ world, isShort, faults }) => {
    const clients = slownesses.map((slowness) => openSlowClients(world.port, 200, slowness));
    await setTimeout(1000);
    if (clients.some((one) => one.open() === 0)) faults.push('no slow client was let in');
    await setTimeout(isShort ? 3000 : 30_000);
    for (const one of clients) one.end();
  },
  'the engine is stopped and started again': (running) => restart(running, 'SIGTERM'),
  'the engine is killed and started again': async (running) => {
    running.world.isCrashing = true;
    await restart(running, 'SIGKILL');
    running.world.isCrashing = false;
  },
};

const [takenOn, refused] = ['configuration reloaded', 'configuration kept'];
const sayMs = 15_000;

async function reload(running: Running): Promise<void> {
  const { engine, writeConfig, goodConfig, faults } = running;
  const readings = [
    { text: '{ accessKeys: [', says: refused },
    { text: '{"limits": {"workers": -1}}', says: refused },
    { text: goodConfig(900), says: takenOn },
    { text: goodConfig(1000), says: takenOn },
  ];
  for (const [at, { text, says }] of readings.entries()) {
    const before = said(engine, says);
    writeConfig(text);
    engine.signal('SIGHUP');
    const until = performance.now() + sayMs;
    while (said(engine, says) === before && performance.now() < until) await setTimeout(100);
    if (said(engine, says) === before) faults.push(`the engine did not say "${says}" of configuration ${at + 1}`);
  }
}

function said({ log }: EngineProcess, text: string): number {
  return log().split(text).length - 1;
}

async function restart(running: Running, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  const { world, engine, setup } = running;
  const before = await signComparison(world, steady, 'steady');
  await send(world, before).catch(() => undefined);
  engine.signal(signal);
  if ((await engine.ended(stopMs)) === undefined) running.faults.push(`it did not end after ${signal}`);
  running.engine = await startEngineProcess(setup, world.port);
  await countReplay(running, before);
}

async function countReplay(running: Running, request: Awaited<ReturnType<typeof signComparison>>): Promise<void> {
  const { status } = await send(running.world, request);
  if (status === 200) running.replaysAccepted += 1;
}

function noteProcesses({ engine, pids }: Running): void {
  for (const pid of [engine.pid, ...engine.workers()]) pids.add(pid);
}

async function findings(
  { pids, replaysAccepted, faults, disk }: Running,
  tallies: readonly Tally[],
): Promise<Finding[]> {
  const sum = (read: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + read(tally), 0);
  const codes = tallies.flatMap(({ serverErrorCodes }) =>
    [...serverErrorCodes].map(([code, count]) => `${code} ${count}`),
  );
  const others = tallies.filter(({ account }) => account !== floodingAccount);
  const refused = tallies.flatMap(({ refused }) => [...refused].map(([code, count]) => `${code} ${count}`));
  const served = tallies.map(({ account, served: calls, denied }) => `${account} ${calls} (denied ${denied})`);
  const losses = tallies.flatMap((tally) => [...tally.losses].map(([how, count]) => `; ${how} ${count}`)).join('');
  await setTimeout(2000);
  const left = [...pids].filter((pid) => isRunning(pid));
  return [
    {
      what: 'answers lost',
      count: sum(({ lost }) => lost),
      detail: `served: ${served.join(', ')}; cut by the kill: ${sum(({ cutByCrash }) => cutByCrash)}${losses}`,
    },
    { what: '5xx', count: sum(({ serverErrors }) => serverErrors), detail: codes.join(', ') },
    {
      what: 'unfair share',
      count: others.reduce((total, { denied }) => total + denied, 0),
      detail: 'calls denied to accounts that ask for less than their share',
    },
    { what: 'replays accepted', count: replaysAccepted, detail: 'after a clock step, a stop and a kill' },
    {
      what: 'other faults',
      count: faults.length,
      detail: [...faults, ...refused, ...(disk.isSmall ? [] : ['disk not filled: no right to mount'])].join('; '),
    },
    { what: 'processes left over', count: left.length, detail: left.join(', ') },
  ];
}
