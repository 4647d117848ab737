/** Measures what a pair costs on this machine, fits a model of queues to it, checks the model, and says what to set: `npm run capacity -- --help`. */
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { defaultCalibration } from '../../packages/engine/src/score/default-calibration.ts';
import type { CapacityFile, CheckedPoint, KindCost } from './capacity-file.ts';
import { coreShare, startEngineUnderTest } from './engine-under-test.ts';
import { machineCpuMs, measureLoad } from './measure-load.ts';
import { measureKinds } from './measure-kinds.ts';
import { fit, machinePoint, modelled, queueLength, saturation } from './model.ts';
import type { Fitted } from './model.ts';
import { openKinds, referenceKind } from './pair-kinds.ts';
import type { PairKind } from './pair-kinds.ts';
import { plannedCores, plannedPairs, planFor } from './plan.ts';
import type { Plan } from './plan.ts';
import { capacityPlot } from './plot.ts';
import { english } from './page-words-en.ts';
import { textReport } from './report.ts';
import { writePages } from './write-pages.ts';

const help = `npm run capacity -- [options]

Measures (about five minutes; best on a machine that does nothing else):
  CPU and memory of a pair by kind of picture, with one worker and one call at a time;
  latency against load with one worker, to which a model of queues is fitted, and with two, by which it is checked.
Then it simulates machines of 1 to 32 cores and says what to set.

  --pairs N           pairs measured of each kind (30)
  --seconds N         seconds of each load (20)
  --manifest FILE     measure with a model of your own
  --from FILE         do not measure: take the results of an earlier run
  --out FILE          write the results
  --svg FILE          draw them
  --for N             what to set for N pairs a second (else 5, 20, 50, 100, 200, 500)
  --cores N           on machines of up to so many cores: 1, 2, 4, 8, 16 or 32 (8)
  --json              print the results as JSON
  --write             for this repository: write tools/capacity/generated and the pages of the documentation
`;

const { values } = parseArgs({
  options: {
    pairs: { type: 'string', default: '30' },
    seconds: { type: 'string', default: '20' },
    manifest: { type: 'string' },
    from: { type: 'string' },
    out: { type: 'string' },
    svg: { type: 'string' },
    for: { type: 'string' },
    cores: { type: 'string', default: String(plannedCores) },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const loads = [0.3, 0.6, 0.9] as const;
const modelledCores = [1, 2, 4, 8, 16, 32] as const;
const kept = path.join(import.meta.dirname, 'generated/capacity.json');

if (values.help) process.stdout.write(help);
else await run();

async function run(): Promise<void> {
  const file = await results();
  const wanted = values.for === undefined ? plannedPairs : [Number(values.for)];
  const plans = wanted.map((pairsPerSecond) => planFor(file, pairsPerSecond, Number(values.cores)));
  const json = `${JSON.stringify(file, undefined, 2)}\n`;
  if (values.out !== undefined) await writeFile(values.out, json);
  if (values.svg !== undefined) await writeFile(values.svg, capacityPlot(file, english.plot));
  if (values.write) await writeAll(file, { json, plans });
  process.stdout.write(values.json ? json : `${textReport(file, plans)}\n`);
}

/** Measures, or reads what was measured; the model is made anew in any case. */
async function results(): Promise<CapacityFile> {
  const { from } = values;
  if (from !== undefined) return withModel(JSON.parse(await readFile(from, 'utf8')) as CapacityFile);
  const kinds = await openKinds();
  say('kinds of pairs, one worker');
  const costs = await measureKinds(kinds, { pairs: Number(values.pairs), manifest: values.manifest });
  const kind = kinds.find(({ name }) => name === referenceKind);
  if (kind === undefined) throw new Error(`no kind ${referenceKind}`);
  return modelFrom(costs, { kind, fitted: fitOf(costs) });
}

function fitOf(costs: readonly KindCost[]): Fitted {
  const cost = costs.find(({ kind }) => kind === referenceKind);
  if (cost === undefined) throw new Error(`no cost of ${referenceKind}`);
  return fit(cost);
}

function withModel(file: CapacityFile): CapacityFile {
  say('machines, simulated');
  const fitted = fitOf(file.kinds);
  const { cores } = file.machine;
  const again = ({ measured, otherCores, coreShare: share }: CheckedPoint): CheckedPoint => {
    const machine = { point: measured, cores, coreShare: share };
    const { answeredPerSecond, denied, p50Ms, p99Ms } = modelled(fitted, machine);
    return { otherCores, coreShare: share, measured, modelled: { answeredPerSecond, denied, p50Ms, p99Ms } };
  };
  const machines = modelledCores.map((count) => machinePoint(fitted, count));
  return { ...file, fitted: file.fitted.map(again), checked: file.checked.map(again), machines };
}

interface Reference {
  readonly kind: PairKind;
  readonly fitted: Fitted;
}

async function modelFrom(kinds: readonly KindCost[], reference: Reference): Promise<CapacityFile> {
  const fitted = await loadPoints(1, reference);
  const checked = await loadPoints(2, reference);
  const [processor] = cpus();
  return withModel({
    date: new Date().toISOString().slice(0, 10),
    machine: {
      cpu: processor?.model.trim() ?? 'unknown',
      cores: availableParallelism(),
      memoryBytes: totalmem(),
      node: process.versions.node,
    },
    calibration: defaultCalibration.version,
    kinds: kinds.map((cost) => ({ ...cost, latenciesMs: cost.latenciesMs.map((ms) => Math.round(10 * ms) / 10) })),
    reference: referenceKind,
    fitted,
    checked,
    machines: [],
  });
}

async function loadPoints(workers: number, { kind, fitted }: Reference): Promise<CheckedPoint[]> {
  const engine = await startEngineUnderTest({ workers, queueLength, manifest: values.manifest });
  const cores = availableParallelism();
  const most = saturation(fitted, { cores, workers, callerMs: fitted.callerMs });
  const points: CheckedPoint[] = [];
  try {
    await measureLoad(engine, { kind, workers, load: 0.1, arrivalsPerSecond: 0.3 * most, seconds: 2 });
    for (const load of loads) {
      say(`${workers} workers at ${100 * load} %`);
      const [ownMs, allMs, startedAtMs] = [ownCpuMs(engine.used()), machineCpuMs(), performance.now()];
      const scheduled = engine.scheduled();
      const arrivalsPerSecond = load * most;
      const measured = await measureLoad(engine, {
        kind,
        workers,
        load,
        arrivalsPerSecond,
        seconds: Number(values.seconds),
      });
      const foreignMs = machineCpuMs() - allMs - (ownCpuMs(engine.used()) - ownMs);
      const otherCores = Math.max(0, foreignMs / (performance.now() - startedAtMs));
      const share = coreShare(scheduled, engine.scheduled());
      points.push({
        otherCores,
        coreShare: share,
        measured,
        modelled: { answeredPerSecond: 0, denied: 0, p50Ms: 0, p99Ms: 0 },
      });
    }
  } finally {
    await engine.stop();
  }
  return points;
}

function ownCpuMs({ mainMs, workerMs, callerMs }: { mainMs: number; workerMs: number; callerMs: number }): number {
  return mainMs + workerMs + callerMs;
}

async function writeAll(file: CapacityFile, { json, plans }: { json: string; plans: readonly Plan[] }): Promise<void> {
  await writeFile(kept, json);
  await writePages(file, plans);
}

function say(what: string): void {
  process.stderr.write(`capacity: ${what}\n`);
}
