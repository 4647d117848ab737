import { expect, test } from 'vitest';
import { createFlowControl } from './flow-control.ts';

const limit = { queriesPerSecond: 2, burst: 3 };

test('a burst is served, then the rate', () => {
  const flow = createFlowControl();
  const take = (nowMs: number): boolean => flow.take('a', limit, nowMs).ok;
  expect([take(0), take(0), take(0), take(0)]).toEqual([true, true, true, false]);
  expect(flow.take('a', limit, 0)).toEqual({ ok: false, retryAfterMs: 500 });
  expect([take(499), take(500), take(501)]).toEqual([false, true, false]);
});

test('instances do not share a bucket, a full bucket does not overflow, a clock set back does no harm', () => {
  const flow = createFlowControl();
  for (let call = 0; call < 3; call += 1) flow.take('a', limit, 0);
  expect(flow.take('b', limit, 0).ok).toBe(true);
  const later = Array.from({ length: 4 }, () => flow.take('a', limit, 1_000_000).ok);
  expect(later).toEqual([true, true, true, false]);
  expect(flow.take('a', limit, 0).ok).toBe(false);
});
