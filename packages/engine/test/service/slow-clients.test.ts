import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../src/lifecycle/start-engine.ts';
import { call } from './support/call.ts';
import { openSlowClients, slownesses } from './support/slow-clients.ts';
import { gauge, startTestEngine } from './support/test-engine.ts';

const many = 300;
const thousands = 60_000;
const transferMs = 4000;
/** What several hundred connections cost at once, on a machine that does other things as well. */
const servedMs = 8000;
let engine: Engine;

beforeEach(async () => {
  engine = await startTestEngine({
    admin: { port: 0 },
    listen: { maxConnectionsPerPeer: 1000 },
    limits: { workers: 2, transferMs, requestMs: 20_000, maxBodyBytesInFlight: 64 * 1024 * 1024 },
  });
});
afterEach(() => engine.stop());

/** How long forty calls take. */
async function callsMs(): Promise<number> {
  const startedMs = performance.now();
  for (let calls = 0; calls < 10; calls += 1) {
    const replies = await Promise.all([call(engine), call(engine), call(engine), call(engine)]);
    expect(replies.map(({ json }) => json['Code'])).toEqual([0, 0, 0, 0]);
  }
  return performance.now() - startedMs;
}

/** Others are served meanwhile, about as fast as without the slow ones, and nothing grows. */
async function othersAreServed(aloneMs: number): Promise<void> {
  expect(await callsMs()).toBeLessThan(5 * aloneMs + servedMs);
  // What was promised is not held: only what has come.
  expect(await gauge(engine, 'semblance_body_bytes')).toBeLessThan(8 * 1024 * 1024);
  expect(await gauge(engine, 'process_resident_memory_bytes')).toBeLessThan(1024 ** 3);
}

async function isFree(): Promise<void> {
  await expect.poll(() => gauge(engine, 'semblance_connections'), { timeout: 10_000, interval: 100 }).toBeLessThan(20);
  expect(await gauge(engine, 'semblance_body_bytes')).toBe(0);
  expect((await call(engine)).json['Code']).toBe(0);
}

test.each(slownesses)(
  'hundreds of clients that are slow in their %s keep nobody waiting, and are ended when their time is over',
  async (slowness) => {
    const aloneMs = await callsMs();
    const slow = openSlowClients(engine.port, many, slowness);
    try {
      await expect.poll(() => slow.open(), { timeout: transferMs, interval: 10 }).toBe(many);
      await othersAreServed(aloneMs);
      await expect.poll(() => slow.open(), { timeout: 5 * transferMs, interval: 200 }).toBe(0);
    } finally {
      slow.end();
    }
    await isFree();
  },
  60_000,
);

test('hundreds of clients that read no answer keep nobody waiting; one that reads none of thousands is served no further than buffers go', async () => {
  const aloneMs = await callsMs();
  const [slow, slowest] = [openSlowClients(engine.port, many, 10), openSlowClients(engine.port, 1, thousands)];
  try {
    await setTimeout(500);
    await othersAreServed(aloneMs);
    const answered = (): Promise<number> => gauge(engine, 'semblance_request_seconds_count');
    await expect
      .poll(async () => (await answered()) - (await setTimeout(1000), await answered()), { timeout: 60_000 })
      .toBe(0);
    expect(await answered()).toBeLessThan(thousands);
  } finally {
    slow.end();
    slowest.end();
  }
  await isFree();
}, 120_000);
