import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank, rankWhole } from './rank.ts';

/** The order a comparing sort gives. */
const compared = (values: readonly number[]): number[] =>
  values.map((_, index) => index).toSorted((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);

test('whole numbers are ranked as by a comparing sort', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 4095 })), (values) => {
      expect([...rankWhole(Int32Array.from(values))]).toEqual(compared(values));
    }),
  );
});

test('numbers are ranked as by a comparing sort, equal ones by index', () => {
  const value = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const numbers = values.map((number) => number + 0);
      expect([...rank(Float64Array.from(numbers))]).toEqual(compared(numbers));
    }),
  );
});
