import { AsyncLocalStorage } from 'node:async_hooks';
import type * as OpenTelemetry from '@opentelemetry/api';
import type { Context, Span, Tracer } from '@opentelemetry/api';
import type { PoolMeasures } from '../workers/worker-pool.ts';
import type { EngineConfig } from '../config/generated/engine-config.ts';

/** Attributes of a request's span. */
export interface TracedRequest {
  readonly requestId: string;
  /** W3C trace context of the caller, if it sent one. */
  readonly traceparent: string | undefined;
}

/** Attributes of an answer. */
export interface TracedAnswer {
  readonly code: string;
  readonly status: number;
  readonly action?: string | undefined;
  readonly instance?: string | undefined;
}

/** Spans of requests and of their parts. */
export interface Tracing {
  /** Runs a request in a span that continues its caller's. */
  readonly serve: <Value>(
    request: TracedRequest,
    run: () => Promise<Value>,
    tell: (value: Value) => TracedAnswer,
  ) => Promise<Value>;
  /** Runs a part of a request in a child span. */
  readonly child: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
  /** Records a part that has just ended. */
  readonly ended: (name: string, seconds: number, isOk: boolean) => void;
  /** Records a comparison that a worker has just finished, stage by stage. */
  readonly measured: (measures: PoolMeasures) => void;
  /** Sends the remaining spans. */
  readonly close: () => Promise<void>;
}

/** Tracing switched off; OpenTelemetry is not loaded. */
const noTracing: Tracing = {
  serve: (_request, run) => run(),
  child: (_name, run) => run(),
  ended: () => undefined,
  measured: () => undefined,
  close: async () => undefined,
};

const exportTimeoutMs = 5000;

/** Opens tracing if the configuration names a collector: OTLP over HTTP, sent in the background and dropped when the collector is unreachable. */
export async function openTracing({ tracing }: EngineConfig): Promise<Tracing> {
  const { endpoint, sampleRatio, serviceName } = tracing;
  if (endpoint === undefined) return noTracing;
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const exporter = new OTLPTraceExporter({ url: endpoint, timeoutMillis: exportTimeoutMs });
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(sampleRatio) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('semblance');
  const current = new AsyncLocalStorage<Context>();
  const inSpan = <Value>(span: Span, run: () => Promise<Value>): Promise<Value> =>
    current.run(api.trace.setSpan(api.ROOT_CONTEXT, span), run);
  const { SpanKind, SpanStatusCode } = api;
  return {
    serve: async ({ requestId, traceparent }, run, tell) => {
      const parent = callersContext(api, traceparent);
      const attributes = { 'semblance.request_id': requestId };
      const span = tracer.startSpan('request', { kind: SpanKind.SERVER, attributes }, parent);
      const value = await inSpan(span, run);
      const { code, status, action, instance } = tell(value);
      if (action !== undefined) span.updateName(action);
      span.setAttributes({ 'semblance.code': code, 'http.response.status_code': status });
      if (instance !== undefined) span.setAttribute('semblance.instance', instance);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR, message: code });
      span.end();
      return value;
    },
    child: (name, run) => childSpan({ tracer, parent: current.getStore(), inSpan }, name, run),
    ended: (name, seconds, isOk) => {
      const parent = current.getStore();
      if (parent === undefined) return;
      const startTime = Date.now() - seconds * 1000;
      const span = tracer.startSpan(name, { kind: SpanKind.CLIENT, startTime }, parent);
      if (!isOk) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    measured: (measures) => {
      const parent = current.getStore();
      if (parent !== undefined) spansOfWorker({ api, tracer, parent }, measures);
    },
    close: () => provider.shutdown().catch(() => undefined),
  };
}

interface ChildOptions {
  readonly tracer: Tracer;
  readonly parent: Context | undefined;
  readonly inSpan: <Value>(span: Span, run: () => Promise<Value>) => Promise<Value>;
}

async function childSpan<Value>(
  { tracer, parent, inSpan }: ChildOptions,
  name: string,
  run: () => Promise<Value>,
): Promise<Value> {
  if (parent === undefined) return run();
  const span = tracer.startSpan(name, {}, parent);
  try {
    return await inSpan(span, run);
  } finally {
    span.end();
  }
}

interface WorkerSpans {
  readonly api: typeof OpenTelemetry;
  readonly tracer: Tracer;
  readonly parent: Context;
}

/**
 * Makes the spans of a worker's task when its answer arrives, because workers open no connections. Its times are shifted so that the answer
 * is now, because each process has its own clock.
 */
function spansOfWorker({ api, tracer, parent }: WorkerSpans, measures: PoolMeasures): void {
  const { stages, tookMs, waitedMs, awayMs } = measures;
  const nowMs = Date.now();
  const add = (name: string, times: readonly [startTime: number, tookMs: number], holder = parent): Context => {
    const [startTime, lastedMs] = times;
    const span = tracer.startSpan(name, { startTime }, holder);
    span.end(startTime + lastedMs);
    return api.trace.setSpan(holder, span);
  };
  add('queue', [nowMs - awayMs - waitedMs, waitedMs]);
  const worker = add('worker', [nowMs - tookMs, tookMs]);
  const contexts: Context[] = [];
  for (const { name, picture, startMs, tookMs: lastedMs, within } of stages) {
    const holder = within === undefined ? worker : (contexts[within] ?? worker);
    const title = picture === undefined ? name : `${name} ${picture}`;
    contexts.push(add(title, [nowMs - tookMs + startMs, lastedMs], holder));
  }
}

/** The context of a `traceparent` of version 00; a new one if it is absent or invalid. */
function callersContext(api: typeof OpenTelemetry, traceparent: string | undefined): Context {
  const fields = /^00-(?<traceId>[0-9a-f]{32})-(?<spanId>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})$/.exec(traceparent ?? '');
  const { traceId = '', spanId = '', flags = '00' } = fields?.groups ?? {};
  const spanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return api.isSpanContextValid(spanContext)
    ? api.trace.setSpanContext(api.ROOT_CONTEXT, spanContext)
    : api.ROOT_CONTEXT;
}
