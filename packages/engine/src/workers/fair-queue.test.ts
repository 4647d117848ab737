import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FairQueue } from './fair-queue.ts';
import type { QueueShare } from '../compare/patience.ts';

function share(account: string, key = 'k', changes: Partial<QueueShare> = {}): QueueShare {
  return { account, key, accountWeight: 1, keyWeight: 1, ...changes };
}

interface Flow {
  readonly share: QueueShare;
  /** Items it keeps waiting. */
  readonly loops: number;
  /** What one of its items really takes. */
  readonly costMs: number;
}

/** One worker serves flows that keep their loops waiting. @returns milliseconds of work done, by account and key. */
function serve(flows: readonly Flow[], jobs: number, capacity = 64): Record<string, number> {
  const queue = new FairQueue<Flow>(capacity);
  const work: Record<string, number> = {};
  for (let job = 0; job < jobs; job += 1) {
    for (const flow of flows) for (let loop = 0; loop < flow.loops; loop += 1) queue.push(flow, flow.share);
    const next = queue.shift(50);
    if (next === undefined) break;
    queue.charge(next.share, next.costMs - 50);
    const name = `${next.share.account}/${next.share.key}`;
    work[name] = (work[name] ?? 0) + next.costMs;
  }
  return work;
}

const part = (work: Record<string, number>, name: string): number =>
  (work[name] ?? 0) / Object.values(work).reduce((sum, ms) => sum + ms, 0);

test('without others, first come is first served, and the whole queue is theirs', () => {
  const queue = new FairQueue<number>(3);
  for (const item of [1, 2, 3]) expect(queue.push(item, share('a'))).toBeUndefined();
  expect(queue.push(4, share('a'))).toBe(4);
  expect(queue.accepts(share('a'))).toBe(false);
  expect([queue.shift(1), queue.shift(1), queue.shift(1), queue.shift(1)]).toEqual([1, 2, 3, undefined]);
});

test('one account with a hundred loops leaves another half of the work', () => {
  const work = serve(
    [
      { share: share('a'), loops: 100, costMs: 50 },
      { share: share('b'), loops: 2, costMs: 50 },
    ],
    1000,
  );
  expect(part(work, 'b/k')).toBeCloseTo(0.5, 1);
});

test('expensive pictures count for more: time is shared, not turns', () => {
  const work = serve(
    [
      { share: share('a'), loops: 20, costMs: 200 },
      { share: share('b'), loops: 20, costMs: 20 },
    ],
    4000,
  );
  expect(part(work, 'b/k')).toBeCloseTo(0.5, 1);
});

test('weights are kept, of accounts and of keys', () => {
  const work = serve(
    [
      { share: share('a', 'k', { accountWeight: 3 }), loops: 10, costMs: 50 },
      { share: share('b', 'one'), loops: 10, costMs: 50 },
      { share: share('b', 'two', { keyWeight: 4 }), loops: 10, costMs: 50 },
    ],
    4000,
  );
  expect(part(work, 'a/k')).toBeCloseTo(0.75, 1);
  expect(part(work, 'b/one')).toBeCloseTo(0.05, 1);
  expect(part(work, 'b/two')).toBeCloseTo(0.2, 1);
});

test('a second key of a flooding account gets its half of the account’s part', () => {
  const work = serve(
    [
      { share: share('a', 'flood'), loops: 100, costMs: 50 },
      { share: share('a', 'calm'), loops: 2, costMs: 50 },
      { share: share('b'), loops: 2, costMs: 50 },
    ],
    2000,
  );
  expect(part(work, 'b/k')).toBeCloseTo(0.5, 1);
  expect(part(work, 'a/calm')).toBeCloseTo(0.25, 1);
});

test('a full queue makes room for whoever has less, at the cost of the newest of whoever has most', () => {
  const queue = new FairQueue<string>(4);
  for (const item of ['a1', 'a2', 'a3', 'a4']) queue.push(item, share('a'));
  expect(queue.accepts(share('b'))).toBe(true);
  expect(queue.push('b1', share('b'))).toBe('a4');
  expect(queue.push('b2', share('b'))).toBe('a3');
  expect(queue.accepts(share('b'))).toBe(false);
  expect(queue.push('b3', share('b'))).toBe('b3');
  expect(queue.length).toBe(4);
});

test('absence earns nothing: who comes back does not take everything', () => {
  const queue = new FairQueue<string>(1000);
  for (let at = 0; at < 100; at += 1) queue.push('a', share('a'));
  for (let at = 0; at < 50; at += 1) queue.shift(50);
  for (let at = 0; at < 40; at += 1) queue.push('b', share('b'));
  const next = Array.from({ length: 20 }, () => queue.shift(50));
  expect(next.filter((item) => item === 'b').length).toBeGreaterThanOrEqual(9);
  expect(next.filter((item) => item === 'b').length).toBeLessThanOrEqual(11);
});

test('nothing is lost, nothing is served twice, and the bound holds', () => {
  const operation = fc.record({
    account: fc.constantFrom('a', 'b', 'c'),
    key: fc.constantFrom('x', 'y'),
    take: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 200 }), fc.integer({ min: 0, max: 8 }), (operations, capacity) => {
      const queue = new FairQueue<number>(capacity);
      const waiting = new Set<number>();
      operations.forEach(({ account, key, take }, at) => {
        if (!take) waiting.add(at);
        const before = waiting.size;
        const out = take ? queue.shift(10) : queue.push(at, share(account, key));
        const left = out !== undefined && waiting.delete(out) ? before - 1 : before;
        expect(out === undefined && take ? before : waiting.size).toBe(out === undefined && take ? 0 : left);
        expect(queue.length).toBe(waiting.size);
        expect(queue.length).toBeLessThanOrEqual(capacity);
      });
      expect(new Set(queue.remove(() => true))).toEqual(waiting);
    }),
  );
});
