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

/**
 * Finds the smallest of the modelled machines that does it alone at 70 % of what it can, or as many of the largest as it takes.
 * @param mostCores  of a machine; one of those modelled.
 */
export function planFor(file: CapacityFile, pairsPerSecond: number, mostCores: number): Plan {
  const machine = machineFor(file, pairsPerSecond, mostCores);
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

function machineFor({ machines }: CapacityFile, pairsPerSecond: number, mostCores: number): MachinePoint {
  const largest = machines.find(({ cores }) => cores === mostCores);
  if (largest === undefined) throw new RangeError(`cores: one of ${machines.map(({ cores }) => cores).join(', ')}`);
  const isEnough = (machine: MachinePoint): boolean => plannedLoad * machine.pairsPerSecond >= pairsPerSecond;
  return machines.find((machine) => machine.cores <= mostCores && isEnough(machine)) ?? largest;
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
