import { errorCatalog } from '@semblance/spec/error-catalog';
import { isErrorCode } from '@semblance/spec/error-policy';
import { expect, test } from 'vitest';
import { errorMap } from './error-map.ts';
import { coversContract, reachOf } from './reach.ts';

const mapped: ReadonlySet<string> = new Set(Object.values(errorMap));

test('the map covers the contract', () => {
  expect(coversContract).toBe(true);
});

test.each(Object.values(errorCatalog))('$code has the reach stated in the catalogue', ({ code, reach }) => {
  if (!isErrorCode(code)) throw new Error('the catalogue holds a foreign code');
  expect(reachOf(code).kind).toBe(reach);
  expect(reach === 'simulated' && mapped.has(code)).toBe(false);
});
