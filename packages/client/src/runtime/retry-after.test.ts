import { expect, test } from 'vitest';
import { retryAfterMs } from './retry-after.ts';

const nowMs = Date.parse('2026-01-09T08:00:00Z');

test.each([
  [{}, undefined],
  [{ 'retry-after': '2' }, 2000],
  [{ 'retry-after': 'Fri, 09 Jan 2026 08:00:05 GMT' }, 5000],
  [{ 'retry-after': 'Fri, 09 Jan 2026 07:00:00 GMT' }, 0],
  [{ 'retry-after': 'soon' }, undefined],
  [{ 'retry-after': '-1', 'x-acs-retry-after': '-5' }, 0],
  [{ 'retry-after': '2', 'x-acs-retry-after': '250' }, 250],
] as const)('%j', (headers, expected) => {
  expect(retryAfterMs(new Headers(headers), nowMs)).toBe(expected);
});
