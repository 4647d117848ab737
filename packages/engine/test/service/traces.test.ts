import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { key, send, signedCall } from './support/call.ts';
import { hasRedis, RedisServer } from './support/redis-server.ts';
import { openSpanCollector } from './support/span-collector.ts';
import type { Span, SpanCollector } from './support/span-collector.ts';
import { startTestEngine } from './support/test-engine.ts';

const formats = path.resolve(import.meta.dirname, '../../../../examples/formats');
const traceId = '0af7651916cd43dd8448eb211c80319c';
const caller = 'b7ad6b7169203331';
let collector: SpanCollector;
let redis: RedisServer;
let engine: Engine;

/** The name of a span and of all that it is part of, from the request down. */
function pathOf(span: Span, spans: readonly Span[]): string {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent === undefined ? span.name : `${pathOf(parent, spans)} > ${span.name}`;
}

const toleranceNs = 50e6;

/** Whether a span begins before what it is part of, or ends after it. */
function isOutside({ parentSpanId, startTimeUnixNano, endTimeUnixNano }: Span, spans: readonly Span[]): boolean {
  const parent = spans.find(({ spanId }) => spanId === parentSpanId);
  if (parent === undefined) return false;
  const early = Number(parent.startTimeUnixNano) - Number(startTimeUnixNano);
  const late = Number(endTimeUnixNano) - Number(parent.endTimeUnixNano);
  return Math.max(early, late) > toleranceNs;
}

describe.runIf(hasRedis)('a comparison by the built-in analyser, with a shared store', () => {
  beforeAll(async () => {
    [collector, redis] = await Promise.all([openSpanCollector(), RedisServer.start()]);
    engine = await startTestEngine({
      analyserModule: undefined,
      admin: { port: 0 },
      tracing: { endpoint: collector.endpoint },
      store: { url: redis.url, deadlineMs: 5000 },
      featureCache: {
        memoryBytes: 0,
        shared: { url: redis.url, deadlineMs: 5000, secret: 'for the seal of shared features.' },
      },
    });
  }, 120_000);
  afterAll(async () => {
    await engine.stop();
    collector.close();
    await redis.remove();
  });

  test('its trace goes from the caller through gateway, queue and worker to the store, and its metrics say the same', async () => {
    const [jpeg, png] = await Promise.all(
      ['teapot.jpg', 'teapot.png'].map((file) => readFile(path.join(formats, file))),
    );
    const pictures = {
      InstanceName: 'demoinstance1',
      PrimaryPicContent: jpeg?.toString('base64') ?? '',
      SecondaryPicContent: png?.toString('base64') ?? '',
    };
    const signed = await signedCall(engine, pictures, { key });
    const reply = await send(engine, {
      ...signed,
      headers: { ...signed.headers, traceparent: `00-${traceId}-${caller}-01` },
    });
    expect(reply.status).toBe(200);
    const isOfTrace = (span: Span): boolean => span.traceId === traceId;
    await expect
      .poll(() => collector.received.some(({ name }) => name === 'CompareSimilarByImage'), { timeout: 20_000 })
      .toBe(true);
    const spans = collector.received.filter(isOfTrace);
    const request = spans.find(({ name }) => name === 'CompareSimilarByImage');
    expect(request?.parentSpanId).toBe(caller);
    expect(request?.attributes).toContainEqual({
      key: 'semblance.request_id',
      value: { stringValue: reply.json['RequestId'] },
    });
    const worker = 'CompareSimilarByImage > compare > worker';
    expect(spans.map((span) => pathOf(span, spans)).toSorted()).toEqual(
      [
        'CompareSimilarByImage',
        'CompareSimilarByImage > store nonces',
        'CompareSimilarByImage > store buckets',
        'CompareSimilarByImage > compare',
        'CompareSimilarByImage > compare > queue',
        worker,
        `${worker} > shared-features`,
        `${worker} > shared-features`,
        ...['primary', 'secondary'].flatMap((picture) =>
          ['', ' > decode', ' > network', ' > points'].map((stage) => `${worker} > analyse ${picture}${stage}`),
        ),
        `${worker} > equal-pixels`,
        `${worker} > score`,
        `${worker} > difference`,
        `${worker} > difference > detail`,
      ].toSorted(),
    );
    expect(spans.filter((span) => isOutside(span, spans)).map((span) => pathOf(span, spans))).toEqual([]);
    const metrics = await (await fetch(`${engine.adminUrl ?? ''}/metrics`)).text();
    const counted = Object.fromEntries(
      [...metrics.matchAll(/^semblance_stage_seconds_count\{stage="([\w-]+)"\} (\d+)/gm)].map(([, stage, n]) => [
        stage,
        Number(n),
      ]),
    );
    const told = {
      analyse: 2,
      decode: 2,
      network: 2,
      points: 2,
      'equal-pixels': 1,
      score: 1,
      difference: 1,
      detail: 1,
    };
    expect(counted).toEqual({ ...told, 'shared-features': 2 });
    const seconds = (stage: string): number =>
      Number(new RegExp(`^semblance_stage_seconds_sum\\{stage="${stage}"\\} (.+)$`, 'm').exec(metrics)?.[1]);
    for (const stage of ['network', 'detail', 'score']) {
      const own = spans.filter(({ name }) => name === stage);
      const lasted = own.map((span) => Number(span.endTimeUnixNano) - Number(span.startTimeUnixNano));
      expect(seconds(stage)).toBeCloseTo(lasted.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e9, 2);
    }
    expect(seconds('decode') + seconds('network')).toBeLessThan(seconds('analyse') + 0.005);
  }, 60_000);
});
