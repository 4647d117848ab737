import { errorCatalog } from '@semblance/spec/error-catalog';
import { isErrorCode } from '@semblance/spec/error-policy';
import { expect, test } from 'vitest';
import { coversContract, reachOf } from './reach.ts';

/** Parts the catalogue names that this engine does not have: there the codes are simulated. */
const absentParts = new Set(['batch tasks', 'external feature store', 'external registry', 'external queue']);

test('the map covers the contract', () => {
  expect(coversContract).toBe(true);
});

test.each(Object.values(errorCatalog))('$code is as reachable as the catalogue says', ({ code, reach, part }) => {
  if (!isErrorCode(code)) throw new Error('the catalogue holds a foreign code');
  const expected = part !== null && absentParts.has(part) ? 'simulated' : reach;
  expect(reachOf(code).kind).toBe(expected);
});
