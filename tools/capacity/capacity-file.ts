/** What one kind of pair costs, measured with one worker and one call at a time. */
export interface KindCost {
  readonly kind: string;
  readonly bodyBytes: number;
  readonly pairs: number;
  /** CPU milliseconds a pair, by process. */
  readonly mainMs: number;
  readonly workerMs: number;
  /** Of the program that calls: it is no part of the engine, but it runs on the same machine. */
  readonly callerMs: number;
  /** Share of the time in which the engine's threads could run that they did: 1 on a machine that does nothing else. */
  readonly coreShare: number;
  /** Milliseconds from sending to the whole answer, in rising order: every single one. */
  readonly latenciesMs: readonly number[];
  /** Greatest resident memory seen, bytes. */
  readonly workerBytes: number;
  readonly mainBytes: number;
}

/** What came of calls that arrive at random, whoever is still waiting (open loop). */
export interface LoadPoint {
  readonly workers: number;
  /** Share of the throughput at which this many workers have everything to do, as the model says. */
  readonly load: number;
  readonly arrivalsPerSecond: number;
  readonly seconds: number;
  readonly answered: number;
  readonly denied: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** A measured point of the load beside what the model says of it. */
export interface CheckedPoint {
  /** Cores that other programs of the machine got meanwhile, on average. */
  readonly otherCores: number;
  /** Share of the time in which the engine's threads could run that they did. */
  readonly coreShare: number;
  readonly measured: LoadPoint;
  readonly modelled: Pick<LoadPoint, 'p50Ms' | 'p99Ms' | 'denied'> & { readonly answeredPerSecond: number };
}

/** What the model says of a machine with so many cores and as many workers. */
export interface MachinePoint {
  readonly cores: number;
  readonly pairsPerSecond: number;
  /** Latencies at 70 % of that. */
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Results of `npm run capacity`, as they are committed and shown. */
export interface CapacityFile {
  readonly date: string;
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly memoryBytes: number;
    readonly node: string;
  };
  readonly calibration: string;
  readonly kinds: readonly KindCost[];
  /** The kind of pair that load and machines are told of. */
  readonly reference: string;
  /** One worker: what the model was fitted to. */
  readonly fitted: readonly CheckedPoint[];
  /** Two workers: what it was not fitted to. */
  readonly checked: readonly CheckedPoint[];
  readonly machines: readonly MachinePoint[];
}
