import { expect, test, vi } from 'vitest';
import { createPictureLosses } from './picture-losses.ts';
import type { Job } from '../compare/job.ts';

const job = (...bytes: number[]): Job =>
  ({ kind: 'analyse', task: { bytes: Uint8Array.of(...bytes) } }) as unknown as Job;

test('a picture is spent after two losses, unless it came through in between, and for a while only', () => {
  const losses = createPictureLosses({ memoryMs: 1000 });
  losses.lost(job(1));
  expect(losses.isSpent(job(1))).toBe(false);
  losses.survived(job(1));
  losses.lost(job(1));
  expect(losses.isSpent(job(1))).toBe(false);
  losses.lost(job(1));
  expect([losses.isSpent(job(1)), losses.isSpent(job(2))]).toEqual([true, false]);
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 1001);
  expect(losses.isSpent(job(1))).toBe(false);
  vi.restoreAllMocks();
});

test('the oldest are forgotten first', () => {
  const losses = createPictureLosses({ maxLosses: 1, maxEntries: 2 });
  for (const byte of [1, 2, 3]) losses.lost(job(byte));
  expect([1, 2, 3].map((byte) => losses.isSpent(job(byte)))).toEqual([false, true, true]);
});
