import type { KindCost, LoadPoint, MachinePoint } from './capacity-file.ts';
import { simulate } from './simulate.ts';
import type { Scenario, Simulated } from './simulate.ts';

/** Comparisons that wait at most, as the engine's default has it. */
export const queueLength = 32;
/** Share of what a machine can do at which it is run: the rest is for peaks. */
export const plannedLoad = 0.7;

const simulatedPairs = 20_000;

/** A scenario without what differs from one to the next. */
export type Fitted = Pick<Scenario, 'mainMs' | 'workerMs' | 'coresPerWorker' | 'helpedShare'> & {
  readonly callerMs: number;
};

/** Half of what a pair takes is its second picture; what is done with both together is the rest. */
const helpedShare = 0.55;

/**
 * Fits the model to what one worker took, one call at a time: the main process takes its CPU time; a worker takes what remains of each
 * latency, without what it waited for a core, and keeps as many cores busy meanwhile as its CPU time asks for.
 */
export function fit({ mainMs, workerMs, callerMs, coreShare, latenciesMs }: KindCost): Fitted {
  const own = latenciesMs.map((latencyMs) => Math.max(0.1, latencyMs * coreShare - mainMs - callerMs));
  const meanMs = own.reduce((sum, ms) => sum + ms, 0) / own.length;
  return { mainMs, callerMs, workerMs: own, coresPerWorker: Math.max(0.1, workerMs / meanMs), helpedShare };
}

/** What a machine with so many cores and workers does with more than it can do. @param callerMs  0 where the caller is elsewhere */
export function saturation(
  fitted: Fitted,
  { cores, workers, callerMs }: Pick<Scenario, 'cores' | 'workers' | 'callerMs'>,
): number {
  const scenario = { ...fitted, cores, workers, callerMs, queueLength: 4 * workers + 16, pairs: simulatedPairs };
  const meanMs = fitted.workerMs.reduce((sum, ms) => sum + ms, 0) / fitted.workerMs.length;
  // A little more than could be done: at much more, the main process would be busy with refusals.
  const most = Math.min(
    (1000 * workers) / meanMs,
    (cores / (fitted.coresPerWorker * meanMs + fitted.mainMs + callerMs)) * 1000,
    1000 / fitted.mainMs,
  );
  return simulate({ ...scenario, arrivalsPerSecond: 1.05 * most }).answeredPerSecond;
}

/** A measured load, and the machine it was measured on. */
export interface LoadedMachine {
  readonly point: LoadPoint;
  readonly cores: number;
  /** Share of the time in which the engine could run that it did. */
  readonly coreShare: number;
}

/** What the model says of a load that was measured. */
export function modelled(fitted: Fitted, { point, cores, coreShare }: LoadedMachine): Simulated {
  const { workers, arrivalsPerSecond, answered, denied } = point;
  const scenario = { ...fitted, cores, workers, queueLength, arrivalsPerSecond, pairs: simulatedPairs };
  const wanted = wantedByOthers(scenario, coreShare);
  const far = simulate({ ...scenario, otherCores: wanted });
  // Denied is a count: as many calls as were measured, the mean of several runs.
  const pairs = answered + denied;
  const runs = Array.from({ length: 10 }, (_, at) =>
    simulate({ ...scenario, otherCores: wanted, pairs, seed: at + 2 }),
  );
  return { ...far, denied: Math.round(runs.reduce((sum, run) => sum + run.denied, 0) / runs.length) };
}

const halvings = 7;

/** How many cores others wanted all the time, so that the engine waited for cores as much as it did: more make it wait longer. */
function wantedByOthers(scenario: Scenario, coreShare: number): number {
  let [least, most] = [0, 4 * scenario.cores];
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (least + most) / 2;
    const simulated = simulate({ ...scenario, otherCores: middle, pairs: 3000 });
    if (simulated.coreShare > coreShare) least = middle;
    else most = middle;
  }
  return least;
}

/** Machines that call from elsewhere, from one core on: with one worker a core. */
export function machinePoint(fitted: Fitted, cores: number): MachinePoint {
  const pairsPerSecond = saturation(fitted, { cores, workers: cores, callerMs: 0 });
  const at = { ...fitted, cores, workers: cores, callerMs: 0, queueLength, pairs: simulatedPairs };
  const { p50Ms, p99Ms } = simulate({ ...at, arrivalsPerSecond: plannedLoad * pairsPerSecond });
  return { cores, pairsPerSecond, p50Ms, p99Ms };
}
