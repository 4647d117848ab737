import { Counter, Gauge, Histogram } from 'prom-client';
import type { Registry } from 'prom-client';

/** Metrics of the shared store and of the object storage. */
export interface StoreMetrics {
  readonly storeAsked: (port: string, seconds: number, isOk: boolean) => void;
  readonly storeUp: (isUp: boolean) => void;
}

const secondsBuckets = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1];

/** Adds the metrics of the shared store. */
export function addStoreMetrics(registry: Registry): StoreMetrics {
  const registers = [registry];
  const calls = new Counter({
    name: 'semblance_store_calls_total',
    help: 'Calls of the shared store, by what it is used for and result.',
    labelNames: ['port', 'result'],
    registers,
  });
  const seconds = new Histogram({
    name: 'semblance_store_seconds',
    help: 'Time that calls of the shared store took, by what it is used for.',
    labelNames: ['port'],
    buckets: secondsBuckets,
    registers,
  });
  const up = new Gauge({
    name: 'semblance_store_up',
    help: 'Whether the shared store is connected; 0 without one.',
    registers,
  });
  return {
    storeAsked: (port, tookSeconds, isOk) => {
      calls.inc({ port, result: isOk ? 'ok' : 'failed' });
      seconds.observe({ port }, tookSeconds);
    },
    storeUp: (isUp) => up.set(isUp ? 1 : 0),
  };
}
