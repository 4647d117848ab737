import type { Client } from '@semblance/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { callAtOnce, callInRealTime, clientOf, compareList, largestWave, waitsInto } from './run-load.ts';
import { faulty, flowControlled, queued, simulatedServer } from './simulated-server.ts';

/** Minutes of load on a virtual clock, with the real client and a simulated server. */
// What the client loads when it is first needed is loaded beforehand: the virtual clock does not wait for it, and a busy machine takes long.
beforeAll(async () => {
  const server = simulatedServer(flowControlled({ perSecond: 50, burst: 1, latencyMs: 1, retryAfter: 'exact' }));
  await callInRealTime(clientOf(server), 3);
  if (server.refusalsMs.length === 0) throw new Error('no call was refused: what a refusal loads is not loaded');
  await callInRealTime(clientOf(simulatedServer(faulty(1, () => 0)), { retry: false }), 1);
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const near = { perSecond: 20, burst: 20, latencyMs: 5 };
const far = { perSecond: 20, burst: 20, latencyMs: 200 };
const noBurst = { perSecond: 5, burst: 1, latencyMs: 50 };

/** Time that a server would need if no request came too early, times 1.5. */
function fairSeconds({ perSecond, burst }: typeof near, calls: number): number {
  return (1.5 * Math.max(0, calls - burst)) / perSecond + 1;
}

const flows = [
  ['20/s, told in whole seconds', { ...near, retryAfter: 'second' }],
  ['20/s, told in milliseconds', { ...near, retryAfter: 'exact' }],
  ['20/s, not told', { ...near, retryAfter: 'none' }],
  ['20/s, far away, told in whole seconds', { ...far, retryAfter: 'second' }],
  ['20/s, far away, told in milliseconds', { ...far, retryAfter: 'exact' }],
  ['5/s, no bursts', { ...noBurst, retryAfter: 'exact' }],
  ['no limit', { perSecond: 10_000, burst: 10_000, latencyMs: 30, retryAfter: 'none' }],
] as const;

describe('200 calls at once of one client', () => {
  test.each(flows)('flow control: %s', async (_name, flow) => {
    const server = simulatedServer(flowControlled(flow));
    const { served, amplification, seconds } = await callAtOnce(Array<Client>(200).fill(clientOf(server)), server);
    expect(served).toBe(200);
    expect(amplification).toBeLessThanOrEqual(1.3);
    expect(seconds).toBeLessThan(fairSeconds(flow, 200));
  });

  test('a server that asks for more time than it needs gets it, and still serves more than half of its capacity', async () => {
    const server = simulatedServer(flowControlled({ ...noBurst, retryAfter: 'second' }));
    const { served, amplification } = await callAtOnce(Array<Client>(200).fill(clientOf(server)), server);
    expect(served).toBeGreaterThan(130);
    expect(amplification).toBeLessThanOrEqual(1.3);
  });

  test.each([
    ['two fast workers with a short queue', { workers: 2, workMs: 40, places: 16 }],
    ['four slow ones with a shorter queue', { workers: 4, workMs: 200, places: 8 }],
    ['one with a queue that takes everything', { workers: 1, workMs: 200, places: 400 }],
  ])('a server of %s', async (_name, model) => {
    const server = simulatedServer(queued(model));
    const { served, amplification, seconds } = await callAtOnce(Array<Client>(200).fill(clientOf(server)), server);
    expect(served).toBe(200);
    expect(amplification).toBeLessThanOrEqual(1.3);
    expect(seconds).toBeLessThan((1.6 * 200 * model.workMs) / model.workers / 1000 + 1);
  });

  test.each([
    [1, 0],
    [0.5, 100],
    [0.25, 170],
    [0.1, 198],
  ])('a server that fails %d of all requests', async (share, atLeast) => {
    let seed = 1;
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
    const server = simulatedServer(faulty(share, random));
    const { served, amplification } = await callAtOnce(Array<Client>(200).fill(clientOf(server)), server);
    expect(served).toBeGreaterThanOrEqual(atLeast);
    expect(amplification).toBeLessThanOrEqual(1.3);
  });
});

describe('a list of 300 pairs', () => {
  test.each(flows.filter(([, { perSecond }]) => perSecond >= 20))('flow control: %s', async (_name, flow) => {
    const server = simulatedServer(flowControlled(flow));
    const { served, amplification, seconds } = await compareList(clientOf(server), 300, server);
    expect(served).toBe(300);
    expect(amplification).toBeLessThanOrEqual(1.3);
    expect(seconds).toBeLessThan(fairSeconds(flow, 300));
  });

  test('concurrency grows as long as the server gets faster', async () => {
    const server = simulatedServer(queued({ workers: 16, workMs: 400, places: 400 }));
    const { served, seconds } = await compareList(clientOf(server), 300, server);
    expect(served).toBe(300);
    // 7.5 s with 16 at once; four at once, the former default, take 30 s.
    expect(seconds).toBeLessThan(13);
  });
});

describe('200 independent clients', () => {
  test.each(flows.filter(([, { perSecond }]) => perSecond === 20))('flow control: %s', async (_name, flow) => {
    const server = simulatedServer(flowControlled(flow));
    const waitsMs: number[] = [];
    const clients = Array.from({ length: 200 }, () => clientOf(server, waitsInto(waitsMs)));
    const { served } = await callAtOnce(clients, server);
    expect(served).toBe(200);
    expect(new Set(waitsMs).size).toBe(waitsMs.length);
    const later = server.arrivalsMs.slice(200);
    expect(largestWave(later, 20)).toBeLessThan(flow.retryAfter === 'second' ? 20 : 60);
  });

  test('clients refused together do not return together', async () => {
    const waitsMs: number[] = [];
    const server = simulatedServer(flowControlled({ ...near, retryAfter: 'second' }));
    await callAtOnce(
      Array.from({ length: 200 }, () => clientOf(server, waitsInto(waitsMs))),
      server,
    );
    const first = waitsMs.slice(0, 180);
    expect(Math.min(...first)).toBeGreaterThanOrEqual(1000);
    expect(largestWave(first, 100)).toBeLessThan(45);
  });
});
