import { expect, test } from 'vitest';
import { createRetryDelay } from './retry-delay.ts';

/** A repeatable source of random numbers (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test('200 callers refused in one moment are spread over the time in which there is room for them', () => {
  const delay = createRetryDelay(seeded(1));
  const delays = Array.from({ length: 200 }, () => delay.next('a', { waitMs: 100, stepMs: 20 }, 0));
  const bySecond = Map.groupBy(delays, (ms) => Math.floor(ms / 500));
  expect(Math.max(...[...bySecond.values()].map(({ length }) => length))).toBeLessThan(60);
  expect(Math.max(...delays)).toBeGreaterThan(3000);
  expect(new Set(delays).size).toBeGreaterThan(150);
});

test('it grows with the queue, is bounded, and is no longer for others', () => {
  const delay = createRetryDelay(() => 0.5);
  const first = delay.next('a', { waitMs: 1000, stepMs: 100 }, 0);
  const longer = delay.next('a', { waitMs: 3000, stepMs: 100 }, 0);
  expect(longer).toBeGreaterThan(2 * first);
  for (let call = 0; call < 10_000; call += 1) delay.next('a', { waitMs: 3000, stepMs: 100 }, 0);
  expect(delay.next('a', { waitMs: 3000, stepMs: 100 }, 0)).toBeLessThanOrEqual(3000 + 30_000 + 100);
  expect(delay.next('b', { waitMs: 1000, stepMs: 100 }, 0)).toBe(first);
});

test('promises pass with time', () => {
  const delay = createRetryDelay(() => 0.5);
  for (let call = 0; call < 100; call += 1) delay.next('a', { waitMs: 0, stepMs: 100 }, 0);
  expect(delay.next('a', { waitMs: 1000, stepMs: 100 }, 20_000)).toBe(1050);
});
