import { expect, test } from 'vitest';
import { atSize, levelsOf } from './at-size.ts';

const [width, height] = [32, 24];
/** A slope of brightness. */
const slope = Uint8Array.from({ length: width * height }, (_, at) => 40 + 5 * (at % width));
const plane = (data: Uint8Array): { width: number; height: number; data: Uint8Array } => ({ width, height, data });

test('all of a picture counts at any size', () => {
  const { data, mask } = atSize(levelsOf({ light: plane(slope) }), [16, 12], 0.75);
  expect(mask.every((value) => value === -1)).toBe(true);
  expect([data[0], data[15]]).toEqual([43, 193]);
});

test('what is cut out keeps its brightness up to its edge, and nothing beyond counts', () => {
  const isIn = (at: number): boolean => at % width >= 8 && at % width < 24;
  const counts = slope.map((_, at) => (isIn(at) ? 255 : 0));
  const light = slope.map((value, at) => (isIn(at) ? value : 0));
  const levels = levelsOf({ light: plane(light), counts: plane(counts) });
  const { data, mask } = atSize(levels, [16, 12], 0.75);
  const row = Array.from(mask.subarray(0, 16));
  expect(row).toEqual([0, 0, 0, 0, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0]);
  expect(data[4]).toBe(83);
  expect(data[3]).toBe(0);
});
