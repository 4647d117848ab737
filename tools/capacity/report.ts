import type { CapacityFile, CheckedPoint, KindCost } from './capacity-file.ts';
import { median, quantile } from '../measure/quantile.ts';
import type { Plan } from './plan.ts';

/** One row of a table. */
export type Row = readonly string[];

const mebibyte = 2 ** 20;
const megabytes = (bytes: number): string => `${Math.round(bytes / mebibyte)}`;

/** Pairs a second that one core does. */
export function pairsPerCore({ mainMs, workerMs }: KindCost): number {
  return 1000 / (mainMs + workerMs);
}

/** Cells of the costs: kind, kB, CPU ms of main and worker, pairs/s a core, latency p50 and p99 in ms without the wait for cores, MB a worker. */
export function costRows({ kinds }: CapacityFile): Row[] {
  return kinds.map((cost) => {
    const { kind, bodyBytes, mainMs, workerMs, latenciesMs, coreShare, workerBytes } = cost;
    const times = [mainMs, workerMs, pairsPerCore(cost)].map((value) => value.toFixed(1));
    const [middle, late] = [0.5, 0.99].map((share) => (coreShare * quantile(latenciesMs, share)).toFixed(0));
    return [kind, (bodyBytes / 1000).toFixed(0), ...times, middle ?? '', late ?? '', megabytes(workerBytes)];
  });
}

/** Cells of the points: workers, load, arrivals/s, p50 measured and modelled, p99 measured and modelled, denied both, share of the time that it had a core. */
export function pointRows(points: readonly CheckedPoint[]): Row[] {
  return points.map(({ measured, modelled, coreShare }) => [
    String(measured.workers),
    `${Math.round(100 * measured.load)} %`,
    measured.arrivalsPerSecond.toFixed(1),
    `${measured.p50Ms.toFixed(0)} / ${modelled.p50Ms.toFixed(0)}`,
    `${measured.p99Ms.toFixed(0)} / ${modelled.p99Ms.toFixed(0)}`,
    `${measured.denied} / ${modelled.denied}`,
    `${Math.round(100 * coreShare)} %`,
  ]);
}

/** Cells of the machines: cores, pairs/s, those a core, p50 and p99 at 70 %. */
export function machineRows({ machines }: CapacityFile): Row[] {
  return machines.map(({ cores, pairsPerSecond, p50Ms, p99Ms }) => [
    String(cores),
    pairsPerSecond.toFixed(1),
    (pairsPerSecond / cores).toFixed(1),
    p50Ms.toFixed(0),
    p99Ms.toFixed(0),
  ]);
}

/** Cells of plans: pairs/s, machines × cores, workers, queue, requestMs, MB an engine, p99. */
export function planRow(plan: Plan): Row {
  const { pairsPerSecond, machines, coresEach, workersEach, queueLength, requestMs, memoryBytes, p99Ms } = plan;
  const size = `${machines} × ${coresEach}`;
  const settings = [workersEach, queueLength, requestMs].map(String);
  return [String(pairsPerSecond), size, ...settings, megabytes(memoryBytes), p99Ms.toFixed(0)];
}

/** How far the model misses: the median of |modelled − measured| / measured over points and both latencies. */
export function medianError(points: readonly CheckedPoint[]): number {
  const errors = points.flatMap(({ measured, modelled }) => [
    Math.abs(modelled.p50Ms - measured.p50Ms) / measured.p50Ms,
    Math.abs(modelled.p99Ms - measured.p99Ms) / measured.p99Ms,
  ]);
  return median(errors);
}

const heads = {
  costs: ['kind of pair', 'kB', 'main ms', 'worker ms', 'pairs/s a core', 'p50 ms', 'p99 ms', 'MB a worker'],
  points: ['workers', 'load', 'calls/s', 'p50 ms', 'p99 ms', 'denied', 'had a core'],
  machines: ['cores', 'pairs/s', 'a core', 'p50 ms', 'p99 ms'],
  plans: ['pairs/s', 'machines × cores', 'workers', 'queueLength', 'requestMs', 'MB', 'p99 ms'],
} as const;

function table(head: Row, rows: readonly Row[]): string {
  const widths = head.map((cell, column) => Math.max(cell.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: Row): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [head, ...rows].map((row) => `  ${line(row)}`).join('\n');
}

/** Everything as text for a terminal. */
export function textReport(file: CapacityFile, plans: readonly Plan[]): string {
  const { machine, date, calibration } = file;
  return [
    `${date}, ${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, calibration ${calibration}`,
    'CPU a pair, one worker, one call at a time:',
    table(heads.costs, costRows(file)),
    `Load on pairs of ${file.reference}, measured / modelled; the model is fitted to one worker:`,
    table(heads.points, pointRows(file.fitted)),
    'and checked with two, to which it is not fitted:',
    table(heads.points, pointRows(file.checked)),
    `median error: ${(100 * medianError(file.fitted)).toFixed(0)} % fitted, ${(100 * medianError(file.checked)).toFixed(0)} % checked`,
    'Modelled machines, one worker a core, callers elsewhere; latencies at 70 %:',
    table(heads.machines, machineRows(file)),
    'What to set:',
    table(heads.plans, plans.map(planRow)),
  ].join('\n\n');
}
