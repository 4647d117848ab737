import { expect, test, vi } from 'vitest';
import { createPictureLosses } from './picture-losses.ts';
import type { ComparisonTask } from '../compare/comparison-task.ts';

const task = (first: number, second = 0): ComparisonTask =>
  ({
    pair: { primary: { bytes: Uint8Array.of(first) }, secondary: { bytes: Uint8Array.of(second) } },
  }) as unknown as ComparisonTask;

test('a picture is spent after two losses, unless it came through in between, and for a while only', () => {
  const losses = createPictureLosses({ memoryMs: 1000 });
  losses.lost(task(1), 'primary');
  expect(losses.isSpent(task(1))).toBe(false);
  losses.survived(task(1));
  losses.lost(task(1), 'primary');
  expect(losses.isSpent(task(1))).toBe(false);
  losses.lost(task(1), 'primary');
  expect([losses.isSpent(task(1)), losses.isSpent(task(2))]).toEqual([true, false]);
  const now = performance.now();
  vi.spyOn(performance, 'now').mockReturnValue(now + 1001);
  expect(losses.isSpent(task(1))).toBe(false);
  vi.restoreAllMocks();
});

test('the oldest are forgotten first', () => {
  const losses = createPictureLosses({ maxLosses: 1, maxEntries: 2 });
  for (const byte of [1, 2, 3]) losses.lost(task(byte), 'primary');
  expect([1, 2, 3].map((byte) => losses.isSpent(task(byte)))).toEqual([false, true, true]);
});

test('the picture that was being worked on is blamed, not the one beside it', () => {
  const losses = createPictureLosses();
  for (const killer of [1, 2, 3]) losses.lost(task(killer, 9), 'primary');
  expect(losses.isSpent(task(8, 9))).toBe(false);
  losses.lost(task(8, 7), 'secondary');
  losses.lost(task(6, 7), 'secondary');
  expect([losses.isSpent(task(5, 7)), losses.isSpent(task(7, 5))]).toEqual([true, true]);
  losses.lost(task(3, 4), 'pair');
  losses.lost(task(3, 4), 'pair');
  expect([losses.isSpent(task(3, 4)), losses.isSpent(task(4, 5))]).toEqual([true, false]);
});
