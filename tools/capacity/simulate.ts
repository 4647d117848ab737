import { quantile } from '../measure/quantile.ts';
import { seeded } from './seeded.ts';
import { SharedCores } from './shared-cores.ts';

/** A machine under a load. Times are milliseconds. */
export interface Scenario {
  /** Cores that everything on the machine has together. */
  readonly cores: number;
  /** Cores that other programs would keep busy if they had them to themselves. */
  readonly otherCores?: number;
  readonly workers: number;
  /** Comparisons that may wait for a worker; the others are denied. */
  readonly queueLength: number;
  readonly arrivalsPerSecond: number;
  readonly pairs: number;
  /** CPU of the calling program a pair, where it runs on the same machine; else 0. */
  readonly callerMs: number;
  /** CPU of the main process a pair. */
  readonly mainMs: number;
  /** Time of a pair in a worker that has cores enough; drawn from these. */
  readonly workerMs: readonly number[];
  /** Cores that a worker keeps busy meanwhile. */
  readonly coresPerWorker: number;
  /** Share of that time that a pair takes where a second worker is idle and analyses its second picture; absent, none helps. */
  readonly helpedShare?: number;
  readonly seed?: number;
}

/** What came of it. */
export interface Simulated {
  readonly answeredPerSecond: number;
  readonly denied: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Share of the time in which processes of the engine or its caller could run that they did. */
  readonly coreShare: number;
}

/** Share of the main process's time that it spends before a worker has the pair: reading and checking. */
const shareBefore = 0.9;

/**
 * Simulates calls that arrive at random (Poisson): caller → main process → the first free worker → main process. Whoever works shares the
 * cores: when more are wanted than there are, all go slower alike (processor sharing).
 */
export function simulate(scenario: Scenario): Simulated {
  const random = seeded(scenario.seed ?? 1);
  const cores = new SharedCores(scenario.cores, scenario.otherCores ?? 0);
  const latencies: number[] = [];
  const engine = createEngine(scenario, cores);
  const gap = (): number => (-Math.log(1 - random()) * 1000) / scenario.arrivalsPerSecond;
  let created = 0;
  let nextAtMs = gap();
  while (created < scenario.pairs || cores.isBusy) {
    const arrivesAtMs = created < scenario.pairs ? nextAtMs : Number.POSITIVE_INFINITY;
    if (cores.goOnUntil(arrivesAtMs)) continue;
    created += 1;
    nextAtMs = cores.nowMs + gap();
    const arrivedAtMs = cores.nowMs;
    const workerMs = scenario.workerMs[Math.floor(random() * scenario.workerMs.length)] ?? 0;
    engine.take(workerMs, () => void latencies.push(cores.nowMs - arrivedAtMs));
  }
  latencies.sort((first, second) => first - second);
  return {
    answeredPerSecond: (1000 * latencies.length) / cores.nowMs,
    denied: engine.denied(),
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    coreShare: cores.coreShare,
  };
}

interface Waiting {
  readonly workerMs: number;
  readonly onAnswer: () => void;
}

/** Caller, main process, queue and workers, on shared cores. */
function createEngine(
  { callerMs, mainMs, workers, queueLength, coresPerWorker, helpedShare = 1 }: Scenario,
  cores: SharedCores,
): { readonly take: (workerMs: number, onAnswer: () => void) => void; readonly denied: () => number } {
  const [caller, main] = [createStation(cores), createStation(cores)];
  const queue: Waiting[] = [];
  let [idle, denied] = [workers, 0];
  const serve = ({ workerMs, onAnswer }: Waiting): void => {
    const taken = helpedShare < 1 && idle > 1 && queue.length === 0 ? 2 : 1;
    idle -= taken;
    const leftMs = taken === 2 ? workerMs * helpedShare : workerMs;
    cores.start({ leftMs, cores: coresPerWorker * taken }, () => {
      idle += taken;
      for (let free = Math.min(idle, queue.length); free > 0; free -= 1) serveNext();
      main(mainMs * (1 - shareBefore), onAnswer);
    });
  };
  const serveNext = (): void => {
    const next = queue.shift();
    if (next !== undefined) serve(next);
  };
  const admit = (waiting: Waiting): void => {
    if (idle > 0) serve(waiting);
    else if (queue.length < queueLength) queue.push(waiting);
    else denied += 1;
  };
  return {
    take: (workerMs, onAnswer) =>
      caller(callerMs, () => main(mainMs * shareBefore, () => admit({ workerMs, onAnswer }))),
    denied: () => denied,
  };
}

/** A place where one is served at a time, in order, by one core. */
function createStation(cores: SharedCores): (tookMs: number, onDone: () => void) => void {
  const waiting: { readonly tookMs: number; readonly onDone: () => void }[] = [];
  let isBusy = false;
  const next = (): void => {
    const job = waiting.shift();
    isBusy = job !== undefined;
    if (job === undefined) return;
    cores.start({ leftMs: job.tookMs, cores: 1 }, () => {
      next();
      job.onDone();
    });
  };
  return (tookMs, onDone) => {
    if (tookMs <= 0) return onDone();
    waiting.push({ tookMs, onDone });
    if (!isBusy) next();
  };
}
