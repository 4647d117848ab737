import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { addProcessMetrics } from './process-metrics.ts';
import { addStageMetrics } from './stage-metrics.ts';
import type { StageMetrics } from './stage-metrics.ts';
import { addStoreMetrics } from './store-metrics.ts';
import type { StoreMetrics } from './store-metrics.ts';
import type { PoolStatus } from '../../workers/worker-pool.ts';

/** The engine's metrics, in Prometheus' text format. */
export interface Metrics extends StoreMetrics, StageMetrics {
  readonly answered: (code: string, seconds: number) => void;
  readonly compared: (seconds: number) => void;
  readonly workerEnded: (why: string) => void;
  readonly retried: (why: string) => void;
  readonly connectionDropped: (why: string) => void;
  /** Sets the source of the number of open connections, read when metrics are requested. */
  readonly watchConnections: (open: () => number) => void;
  readonly signatureRefused: (code: string) => void;
  readonly waited: (seconds: number) => void;
  readonly reloaded: (result: 'applied' | 'refused') => void;
  readonly auditLost: (lines: number) => void;
  readonly contentType: string;
  readonly text: () => Promise<string>;
}

/** Sources of values read when metrics are requested. */
export interface MetricSources {
  readonly pool: () => PoolStatus;
  readonly bodyBytes: () => number;
  readonly uploadBytes: () => number;
}

const secondsBuckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Creates the metrics in a separate registry, so that several engines in one process do not mix. */
export function createMetrics(sources: MetricSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const counter = (name: string, help: string, ...labelNames: string[]): Counter =>
    new Counter({ name, help, labelNames, registers });
  const causes = (name: string, help: string): ((why: string) => void) => {
    const made = counter(name, help, 'why');
    return (why) => made.inc({ why });
  };
  const histogram = (name: string, help: string): Histogram =>
    new Histogram({ name, help, buckets: secondsBuckets, registers });
  const answers = counter('semblance_answers_total', 'Answers by code.', 'code');
  const duration = histogram('semblance_request_seconds', 'Time from the complete request to the answer.');
  const comparison = histogram(
    'semblance_comparison_seconds',
    'Time in decoding, features and score of successful comparisons.',
  );
  const waiting = histogram('semblance_queue_wait_seconds', 'Time that pictures waited for a worker.');
  const signatures = counter(
    'semblance_signatures_refused_total',
    'Requests with a refused signature, by code.',
    'code',
  );
  const reloads = counter('semblance_reloads_total', 'Configurations read again, by result.', 'result');
  const auditLost = counter('semblance_audit_lines_lost_total', 'Lines of the audit log that could not be written.');
  addGauges(registry, sources);
  addProcessMetrics(registry);
  return {
    ...addStoreMetrics(registry),
    signatureRefused: (code) => signatures.inc({ code }),
    waited: (seconds) => waiting.observe(seconds),
    ...addStageMetrics(registry),
    reloaded: (result) => reloads.inc({ result }),
    auditLost: (lines) => auditLost.inc(lines),
    answered: (code, seconds) => {
      answers.inc({ code });
      duration.observe(seconds);
    },
    compared: (seconds) => comparison.observe(seconds),
    workerEnded: causes('semblance_workers_ended_total', 'Workers that ended before their engine, by cause.'),
    retried: causes('semblance_job_retries_total', 'Comparisons given to a second worker, by cause.'),
    connectionDropped: causes('semblance_connections_dropped_total', 'Connections ended without a request, by cause.'),
    watchConnections: (open) => addGauge(registry, { name: 'semblance_connections', help: 'Connections open.' }, open),
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}

/** Adds gauges that are read on request. */
function addGauges(registry: Registry, { pool, bodyBytes, uploadBytes }: MetricSources): void {
  const gauge = (name: string, help: string, read: () => number): void => addGauge(registry, { name, help }, read);
  gauge('semblance_workers_busy', 'Workers at work.', () => pool().busy);
  gauge('semblance_workers_healthy', 'Workers up.', () => pool().up);
  gauge('semblance_queue_length', 'Comparisons waiting for a worker.', () => pool().queued);
  gauge('semblance_body_bytes', 'Bytes of request bodies held.', bodyBytes);
  gauge('semblance_upload_bytes', 'Bytes of uploads held.', uploadBytes);
  gauge(
    'semblance_capacity_comparisons_per_second',
    'Comparisons a second that the workers can do, as measured.',
    () => pool().comparisonsPerSecond,
  );
}

/** Adds a gauge that is read on request. */
function addGauge(
  registry: Registry,
  { name, help }: { readonly name: string; readonly help: string },
  read: () => number,
): void {
  const made: Gauge = new Gauge({ name, help, registers: [], collect: () => made.set(read()) });
  registry.registerMetric(made);
}
