import { expect, test } from 'vitest';
import { lightInCells } from './light-conflict.ts';

/** Four places a cell: brightness of each cell in the first picture, and in the second. */
function places(first: readonly number[], second: readonly number[]): Parameters<typeof lightInCells>[0] {
  const each = (values: readonly number[]): Float32Array =>
    Float32Array.from(values.flatMap((value) => [value, value, value, value]));
  const cells = Int32Array.from(first.flatMap((_, cell) => [cell, cell, cell, cell]));
  return { first: each(first), second: each(second), cells };
}

test('a paler scan is no other light: what agrees tells how it changed', () => {
  const own = [20, 120, 240, 200];
  const scanned = own.map((value) => 30 + 0.8 * value);
  const levels = lightInCells(places(own, scanned), Float32Array.from([1, 1, 1, 0]));
  for (const level of levels) expect(level).toBeCloseTo(0, 3);
});

test('a place of another tone keeps it, by so many levels', () => {
  const levels = lightInCells(places([20, 120, 240, 200], [20, 120, 240, 90]), Float32Array.from([1, 1, 1, 0]));
  expect(levels[3]).toBeCloseTo(110, 3);
});

test('where nothing agrees, the tones are compared as they are', () => {
  expect(lightInCells(places([10, 200], [40, 200]), new Float32Array(2))[0]).toBeCloseTo(30, 3);
});
