/**
 * Load that does not wait for answers, at half of what the engine can do, at all of it and at twice as much: `npm run drill -- load [--short]`.
 * Exits with 0 when nothing was lost, nothing was a server error, and at twice the load whoever is refused is refused at once and whoever is
 * served waits no more than twice as long as at full load.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { drillConfig, steady } from './drill-config.ts';
import { startEngineProcess } from './engine-process.ts';
import { send, signComparison } from './load.ts';
import type { World } from './load.ts';
import { runOpenLoad } from './open-loop.ts';
import type { LoadReport } from './open-loop.ts';
import { printTable } from './report.ts';
import type { Finding } from './report.ts';

/** A refusal costs no worker: what takes longer than this has waited for something. */
const atOnceMs = 500;
const warmSeconds = 3;

/** Runs the levels and prints what they met. */
export async function runLoadLevels({ isShort }: { readonly isShort: boolean }): Promise<boolean> {
  const home = mkdtempSync(path.join(tmpdir(), 'semblance-load-'));
  const inHome = (name: string): string => path.join(home, name);
  writeFileSync(
    inHome('engine.yaml'),
    JSON.stringify(drillConfig({ cache: inHome('cache'), audit: inHome('audit.log') })),
  );
  writeFileSync(inHome('clock'), '0');
  const setup = {
    config: inHome('engine.yaml'),
    stateDirectory: inHome('state'),
    clockFile: inHome('clock'),
    temporaryDirectory: home,
    trace: undefined,
  };
  const engine = await startEngineProcess(setup, 0);
  const world: World = { port: engine.port, offsetMs: 0, isCrashing: false, isReady: true, stage: 'load' };
  try {
    const findings = await levels(world, isShort ? 8 : 60);
    printTable(findings);
    return findings.every(({ count }) => count === 0);
  } finally {
    engine.signal('SIGTERM');
    await engine.ended(20_000);
    rmSync(home, { recursive: true, force: true });
  }
}

async function levels(world: World, seconds: number): Promise<Finding[]> {
  await capacity(world, warmSeconds);
  const most = await capacity(world, Math.min(seconds, 15));
  console.log(`  capacity: ${most.toFixed(1)} pairs a second`);
  const make = (): ReturnType<typeof signComparison> => signComparison(world, steady, 'steady');
  const reports: LoadReport[] = [];
  for (const share of [0.5, 1, 2]) {
    const report = await runOpenLoad({
      perSecond: share * most,
      seconds,
      make,
      send: (request) => send(world, request),
    });
    console.log(`  ${lineOf(share, report)}`);
    reports.push(report);
  }
  return judge(reports);
}

/** Pairs a second that are served when there is always one more to do. */
async function capacity(world: World, seconds: number): Promise<number> {
  const until = performance.now() + 1000 * seconds;
  let served = 0;
  const loop = async (): Promise<void> => {
    while (performance.now() < until) {
      const { status } = await send(world, await signComparison(world, steady, 'steady'));
      if (status === 200) served += 1;
    }
  };
  await Promise.all(Array.from({ length: 6 }, loop));
  return served / seconds;
}

function lineOf(share: number, report: LoadReport): string {
  const { offeredPerSecond, servedPerSecond, denied, servedP50Ms, servedP99Ms, deniedP99Ms } = report;
  const rates = `${offeredPerSecond.toFixed(1)} offered, ${servedPerSecond.toFixed(1)} served a second, ${denied} denied`;
  const waits = `served p50 ${servedP50Ms.toFixed(0)} ms, p99 ${servedP99Ms.toFixed(0)} ms; denied p99 ${deniedP99Ms.toFixed(0)} ms`;
  return `${String(100 * share).padStart(3)} %: ${rates}; ${waits}`;
}

function judge(reports: readonly LoadReport[]): Finding[] {
  const [, full, double] = reports;
  if (full === undefined || double === undefined) throw new Error('three levels were run');
  const sum = (read: (report: LoadReport) => number): number => reports.reduce((all, one) => all + read(one), 0);
  const others = reports.flatMap((report) => report.others);
  const ratio = double.servedP99Ms / full.servedP99Ms;
  return [
    { what: 'answers lost', count: sum(({ lost }) => lost), detail: '' },
    { what: '5xx', count: sum(({ serverErrors }) => serverErrors), detail: '' },
    { what: 'other refusals', count: others.length, detail: [...new Set(others)].join(', ') },
    {
      what: 'refused late',
      count: double.deniedP99Ms > atOnceMs ? 1 : 0,
      detail: `at twice the load 99 % of ${double.denied} refusals within ${double.deniedP99Ms.toFixed(0)} ms`,
    },
    {
      what: 'served late',
      count: ratio > 2 ? 1 : 0,
      detail: `p99 of the served at twice the load is ${ratio.toFixed(2)} of that at full load`,
    },
  ];
}
