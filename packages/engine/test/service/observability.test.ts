import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call, key, pair, send, signedCall } from './support/call.ts';
import { openSpanCollector } from './support/span-collector.ts';
import type { SpanCollector } from './support/span-collector.ts';
import { settings, startTestEngine } from './support/test-engine.ts';

const observability = path.resolve(import.meta.dirname, '../../../../deploy/observability');
let collector: SpanCollector;
let engine: Engine;

beforeAll(async () => {
  collector = await openSpanCollector();
  const { endpoint } = collector;
  engine = await startTestEngine({
    admin: { port: 0 },
    tracing: { endpoint, sampleRatio: 1 },
    diagnostics: { secret: 'diagnostics-secret' },
    accessKeys: [
      ...settings.accessKeys,
      {
        accessKeyId: 'STS.x',
        accessKeySecret: 'tokenSecret',
        securityToken: 'tokenText',
        expiresAt: '2999-01-01T00:00:00Z',
        account: '1000',
      },
    ],
  });
}, 90_000);
afterAll(async () => {
  await engine.stop();
  collector.close();
});

async function admin(page: string): Promise<string> {
  return (await fetch(`${engine.adminUrl ?? ''}${page}`)).text();
}

test('every metric that the dashboard and the alerts speak of is one of the engine’s', async () => {
  await call(engine);
  const metrics = await admin('/metrics');
  const known = new Set(
    [...metrics.matchAll(/^# TYPE (\w+) (\w+)/gm)].flatMap(([, name = '', type]) =>
      type === 'histogram' ? ['_bucket', '_sum', '_count'].map((part) => name + part) : [name],
    ),
  );
  const dashboard = JSON.parse(await readFile(path.join(observability, 'dashboard.json'), 'utf8')) as {
    panels: { title: string; targets: { expr: string }[] }[];
  };
  const alerts = parse(await readFile(path.join(observability, 'alerts.yaml'), 'utf8')) as {
    groups: { rules: { alert: string; expr: string; annotations: { what: string } }[] }[];
  };
  const expressions = [
    ...dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ...alerts.groups.flatMap(({ rules }) => rules.map(({ expr }) => expr)),
  ];
  const named = new Set(expressions.flatMap((expr) => expr.match(/\b(?:semblance|process)_\w+/g) ?? []));
  expect(named.size).toBeGreaterThan(20);
  expect([...named].filter((name) => !known.has(name))).toEqual([]);
});

test('a request’s span continues its caller’s trace and holds its work and its request id', async () => {
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const signed = await signedCall(engine, pair, { key });
  const headers = { ...signed.headers, traceparent: `00-${traceId}-b7ad6b7169203331-01` };
  const reply = await send(engine, { ...signed, headers });
  expect(reply.status).toBe(200);
  await expect
    .poll(() => collector.received.filter((span) => span.traceId === traceId).length, { timeout: 15_000 })
    .toBeGreaterThan(1);
  const spans = collector.received.filter((span) => span.traceId === traceId);
  const request = spans.find(({ name }) => name === 'CompareSimilarByImage');
  expect(request?.parentSpanId).toBe('b7ad6b7169203331');
  expect(request?.attributes).toContainEqual({
    key: 'semblance.request_id',
    value: { stringValue: reply.json['RequestId'] },
  });
  expect(request?.attributes).toContainEqual({ key: 'semblance.code', value: { stringValue: 'success' } });
  expect(
    spans.filter(({ name }) => name === 'compare').every(({ parentSpanId }) => parentSpanId === request?.spanId),
  ).toBe(true);
});

test('what is no trace context begins a trace of its own', async () => {
  const before = collector.received.length;
  const signed = await signedCall(engine, pair, { key });
  await send(engine, { ...signed, headers: { ...signed.headers, traceparent: '00-zz-1-01' } });
  await expect.poll(() => collector.received.length, { timeout: 15_000 }).toBeGreaterThan(before);
  expect(collector.received.at(-1)?.traceId).toMatch(/^[0-9a-f]{32}$/);
});

test.each([
  ['evil.example', 403],
  ['127.0.0.1.evil.example:80', 403],
  ['10.0.0.7', 403],
  ['localhost:9090', 200],
  ['[::1]', 200],
])('the admin port of this machine answers those that call it so: %s → %d', async (host, expected) => {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${engine.adminUrl ?? ''}/status`, { headers: { host } }, resolve).on('error', reject);
  });
  expect(answer.resume().statusCode).toBe(expected);
});

test('the admin page shows state, failures with their reasons and the configuration, and no secret', async () => {
  const refused = await call(engine, { ...pair, InstanceName: '<b>nowhere</b>' });
  expect(refused.json['Code']).toBe('Console.InstanceNotFound');
  await call(engine, pair, { key: { ...key, accessKeySecret: 'wrong' } });
  const [page, status] = [await admin('/'), await admin('/status')];
  expect(JSON.parse(status)).toMatchObject({
    ready: true,
    workers: { up: 2 },
    failures: [
      { code: 'SignatureDoesNotMatch' },
      { code: 'Console.InstanceNotFound', requestId: refused.json['RequestId'] },
    ],
    config: { limits: { workers: 2 } },
  });
  expect(status).toContain('"accessKeySecret": "(not shown)"');
  expect(page).toContain(String(refused.json['RequestId']));
  expect(page).not.toContain('<b>');
  const secrets = [
    ...settings.accessKeys.map(({ accessKeySecret }) => accessKeySecret),
    'issuer-secret',
    'diagnostics-secret',
    'tokenSecret',
    'tokenText',
  ];
  expect(secrets.filter((secret) => page.includes(secret) || status.includes(secret))).toEqual([]);
});
