import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { PoolStatus } from '../workers/worker-pool.ts';

/** The engine's metrics, in Prometheus' text format. */
export interface Metrics {
  readonly answered: (code: string, seconds: number) => void;
  readonly compared: (seconds: number) => void;
  readonly workerEnded: (why: string) => void;
  readonly retried: (why: string) => void;
  readonly connectionDropped: (why: string) => void;
  /** Connections that are open now; read when metrics are asked for. */
  readonly watchConnections: (open: () => number) => void;
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** Values that are read when metrics are asked for. */
export interface MetricSources {
  readonly pool: () => PoolStatus;
  readonly bodyBytes: () => number;
  readonly uploadBytes: () => number;
}

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Creates the metrics with a registry of their own, so that several engines in one process do not mix. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const answers = new Counter({
    name: 'semblance_answers_total',
    help: 'Answers by code.',
    labelNames: ['code'],
    registers,
  });
  const duration = new Histogram({
    name: 'semblance_request_seconds',
    help: 'Time from the complete request to the answer.',
    buckets: secondsBuckets,
    registers,
  });
  const comparison = new Histogram({
    name: 'semblance_comparison_seconds',
    help: 'Time in decoding, features and score of successful comparisons.',
    buckets: secondsBuckets,
    registers,
  });
  const counter = (name: string, help: string): ((why: string) => void) => {
    const made = new Counter({ name, help, labelNames: ['why'], registers });
    return (why) => made.inc({ why });
  };
  const gauge = (name: string, help: string, read: () => number): void => {
    const made: Gauge = new Gauge({ name, help, registers: [], collect: () => made.set(read()) });
    registry.registerMetric(made);
  };
  gauge('semblance_workers_busy', 'Workers at work.', () => sources.pool().busy);
  gauge('semblance_workers_healthy', 'Workers up.', () => sources.pool().up);
  gauge('semblance_queue_length', 'Pictures waiting for a worker.', () => sources.pool().queued);
  gauge('semblance_body_bytes', 'Bytes of request bodies held.', sources.bodyBytes);
  gauge('semblance_upload_bytes', 'Bytes of uploads held.', sources.uploadBytes);
  return {
    answered: (code, seconds) => {
      answers.inc({ code });
      duration.observe(seconds);
    },
    compared: (seconds) => comparison.observe(seconds),
    workerEnded: counter('semblance_workers_ended_total', 'Workers that ended before their engine, by cause.'),
    retried: counter('semblance_job_retries_total', 'Pictures given to a second worker, by cause.'),
    connectionDropped: counter('semblance_connections_dropped_total', 'Connections ended without a request, by cause.'),
    watchConnections: (open) => gauge('semblance_connections', 'Connections open.', open),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
