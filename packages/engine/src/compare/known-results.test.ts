import { expect, test } from 'vitest';
import type { ComparisonAnswer, ComparisonTask } from './comparison-task.ts';
import { createKnownResults } from './known-results.ts';

const calibration = { version: 'own-1', knots: [[0, 0] as const, [1, 1] as const] };

function pairOf(primary: number, secondary: number, others: Partial<ComparisonTask> = {}): ComparisonTask {
  const picture = (byte: number): unknown => ({ bytes: Uint8Array.of(byte), header: {} });
  const pair = { primary: picture(primary), secondary: picture(secondary) } as ComparisonTask['pair'];
  return { pair, profile: 'default', serviceType: 'product', ...others } as ComparisonTask;
}

const scored = (score: number): ComparisonAnswer => ({ score }) as ComparisonAnswer;

test('a pair is known by its files in their order, and by all that decides how they are weighed', () => {
  const results = createKnownResults({ mostPairs: 10 });
  results.put(pairOf(1, 2), scored(0.5));
  expect(results.get(pairOf(1, 2))).toEqual({ score: 0.5 });
  const others = [
    pairOf(2, 1),
    pairOf(1, 1),
    pairOf(1, 2, { profile: 'own' }),
    pairOf(1, 2, { serviceType: 'trademark' }),
    pairOf(1, 2, { ownCalibration: calibration as unknown as NonNullable<ComparisonTask['ownCalibration']> }),
  ];
  for (const other of others) expect(results.get(other)).toBeUndefined();
});

test('no more pairs are kept than may be, and the least recently used go first', () => {
  const results = createKnownResults({ mostPairs: 2 });
  results.put(pairOf(1, 1), scored(0.1));
  results.put(pairOf(1, 2), scored(0.2));
  results.get(pairOf(1, 1));
  results.put(pairOf(1, 3), scored(0.3));
  const kept = [1, 2, 3].map((second) => results.get(pairOf(1, second))?.score);
  expect(kept).toEqual([0.1, undefined, 0.3]);
});
