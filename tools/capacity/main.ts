/** Measures what a pair costs on this machine, fits a model of queues to it, checks the model, and says what to set: `npm run capacity -- --help`. */
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, totalmem } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { defaultCalibration } from '../../packages/engine/src/score/default-calibration.ts';
import type { CapacityFile, CheckedPoint, KindCost } from './capacity-file.ts';
import { coreShare, startEngineUnderTest } from './engine-under-test.ts';
import { machineCpuMs, measureLoad } from './measure-load.ts';
import { measureKinds } from './measure-kinds.ts';
import { fit, machinePoint, modelled, queueLength, saturation } from './model.ts';
import type { Fitted } from './model.ts';
import { modelledCores, readCapacityOptions } from './options.ts';
import { openKinds, referenceKind } from './pair-kinds.ts';
import type { PairKind } from './pair-kinds.ts';
import { plannedPairs, planFor } from './plan.ts';
import type { Plan } from './plan.ts';
import { capacityPlot } from './plot.ts';
import { english } from './page-words-en.ts';
import { textReport } from './report.ts';
import { writePages } from './write-pages.ts';

const values = readCapacityOptions();

const loads = [0.3, 0.6, 0.9] as const;
const kept = path.join(import.meta.dirname, 'generated/capacity.json');

await run();

async function run(): Promise<void> {
  const file = await results();
  const wanted = values.for === undefined ? plannedPairs : [values.for];
  const plans = wanted.map((pairsPerSecond) => planFor(file, pairsPerSecond, values.cores));
  const json = `${JSON.stringify(file, undefined, 2)}\n`;
  if (values.out !== undefined) await writeFile(values.out, json);
  if (values.svg !== undefined) await writeFile(values.svg, capacityPlot(file, english.plot));
  if (values.write) await writeAll(file, { json, plans });
  process.stdout.write(values.json ? json : `${textReport(file, plans)}\n`);
}

/** Measures, or reads what was measured; the model is made anew in any case. */
async function results(): Promise<CapacityFile> {
  const { from } = values;
  if (from !== undefined) return withModel(from);
  const kinds = await openKinds();
  say('kinds of pairs, one worker');
  const costs = await measureKinds(kinds, { pairs: values.pairs, manifest: values.manifest });
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
        seconds: values.seconds,
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
