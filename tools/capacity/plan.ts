import type { CapacityFile, MachinePoint } from './capacity-file.ts';
import { plannedLoad } from './model.ts';

/** What to set for so many pairs a second. */
export interface Plan {
  readonly pairsPerSecond: number;
  readonly machines: number;
  readonly coresEach: number;
  readonly workersEach: number;
  /** Comparisons that may wait on each: what it does in a second. */
  readonly queueLength: number;
  /** Of all processes of one engine. */
  readonly memoryBytes: number;
  /** At this load, as the model has it. */
  readonly p99Ms: number;
  /** `limits.requestMs`: a full queue before it, and a margin. */
  readonly requestMs: number;
}

/** Loads and machines that the documentation plans for. */
export const plannedPairs = [5, 20, 50, 100, 200, 500] as const;
/** Cores of each of those machines. */
export const plannedCores = 8;

const [leastQueue, mostQueue] = [8, 10_000];

/** Finds the smallest of the modelled machines of which few are enough; they run at 70 % of what they can do. */
export function planFor(file: CapacityFile, pairsPerSecond: number, cores: number): Plan {
  const machine = machineOf(file, cores);
  const machines = Math.max(1, Math.ceil(pairsPerSecond / (plannedLoad * machine.pairsPerSecond)));
  const queueLength = Math.min(mostQueue, Math.max(leastQueue, Math.ceil(machine.pairsPerSecond)));
  const reference = file.kinds.find(({ kind }) => kind === file.reference);
  const memoryBytes = (reference?.mainBytes ?? 0) + machine.cores * (reference?.workerBytes ?? 0);
  const fullQueueMs = (1000 * queueLength) / machine.pairsPerSecond;
  const requestMs = roundUp(2 * (fullQueueMs + machine.p99Ms), 1000);
  const { p99Ms } = machine;
  const each = { coresEach: machine.cores, workersEach: machine.cores };
  return { pairsPerSecond, machines, ...each, queueLength, memoryBytes, p99Ms, requestMs };
}

function machineOf({ machines }: CapacityFile, cores: number): MachinePoint {
  const found = machines.find((machine) => machine.cores === cores);
  if (found === undefined) throw new RangeError(`cores: one of ${machines.map((machine) => machine.cores).join(', ')}`);
  return found;
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
