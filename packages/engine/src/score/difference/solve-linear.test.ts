import { expect, test } from 'vitest';
import { solveLinear } from './solve-linear.ts';

test('finds the solution, rows in any order', () => {
  const solution = solveLinear(Float64Array.of(0, 2, 1, 1, 1, 0, 3, 0, -1), Float64Array.of(7, 3, 0));
  expect(Array.from(solution ?? [], (value) => Number(value.toFixed(9)))).toEqual([1, 2, 3]);
});

test('a system without a single solution has none', () => {
  expect(solveLinear(Float64Array.of(1, 2, 2, 4), Float64Array.of(1, 2))).toBeUndefined();
});
