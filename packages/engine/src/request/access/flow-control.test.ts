import { expect, test } from 'vitest';
import { createFlowControl } from './flow-control.ts';
import type { FlowLimit, FlowVerdict } from './flow-control.ts';

const limit = { queriesPerSecond: 2, burst: 3 };

interface Caller {
  readonly bucket?: string;
  readonly member?: string;
  readonly limit?: FlowLimit;
}

function open(): (nowMs: number, caller?: Caller) => FlowVerdict {
  const flow = createFlowControl();
  return (nowMs, caller = {}) => flow.take({ bucket: 'a', member: 'one', limit, ...caller }, nowMs);
}

test('a burst is served, then the rate', () => {
  const take = open();
  expect([0, 0, 0, 0].map((nowMs) => take(nowMs).ok)).toEqual([true, true, true, false]);
  expect(take(0)).toEqual({ ok: false, waitMs: 500, stepMs: 500 });
  expect([499, 500, 501].map((nowMs) => take(nowMs).ok)).toEqual([false, true, false]);
});

test('buckets are independent, a full one does not overflow, a clock set back is harmless', () => {
  const take = open();
  for (let call = 0; call < 3; call += 1) take(0);
  expect(take(0, { bucket: 'b' }).ok).toBe(true);
  const later = Array.from({ length: 4 }, () => take(1_000_000).ok);
  expect(later).toEqual([true, true, true, false]);
  expect(take(0).ok).toBe(false);
});

/** Lets members call at a steady rate for some seconds. @returns calls served, by member. */
function contend(seconds: number, callsPerSecond: Readonly<Record<string, number>>): Record<string, number> {
  const take = open();
  const shared = { queriesPerSecond: 20, burst: 40 };
  const served: Record<string, number> = {};
  for (let tick = 0; tick < seconds * 1000; tick += 1) {
    for (const [member, rate] of Object.entries(callsPerSecond)) {
      if (tick % Math.round(1000 / rate) !== 0) continue;
      if (take(tick, { member, limit: shared }).ok) served[member] = (served[member] ?? 0) + 1;
    }
  }
  return served;
}

test('a flooding member does not take the others’ part of the rate', () => {
  const served = contend(60, { flood: 500, steady: 10, slow: 1 });
  expect(served['steady']).toBeGreaterThanOrEqual(0.95 * 60 * Math.min(10, 20 / 3));
  expect(served['slow']).toBe(60);
});

test('unused parts are available to all, and the total rate is kept', () => {
  const served = contend(60, { flood: 500, slow: 1 });
  const total = (served['flood'] ?? 0) + (served['slow'] ?? 0);
  expect(total).toBeLessThanOrEqual(60 * 20 + 40 + 2);
  expect(total).toBeGreaterThanOrEqual(0.97 * 60 * 20);
});

test('a newcomer is served at once even if the others have used everything', () => {
  const take = open();
  while (take(0).ok);
  expect(take(0, { member: 'two' }).ok).toBe(true);
});
