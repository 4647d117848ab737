import { expect, test } from 'vitest';
import { interval, percent } from './service-type-scores.ts';

test.each([
  [0, '0\u00A0%'],
  [0.0004, '0.04\u00A0%'],
  [0.043, '4.3\u00A0%'],
  [0.87, '87\u00A0%'],
  [0.972, '97\u00A0%'],
  [0.996, '99.6\u00A0%'],
  [0.9996, '99.96\u00A0%'],
  [1, '100\u00A0%'],
])('%d is written %s', (share, written) => {
  expect(percent(share)).toBe(written);
});

test('an interval names its unit once, and one value when it is one', () => {
  expect(interval({ value: 0.9, low: 0.88, high: 0.93 })).toBe('88–93\u00A0%');
  expect(interval({ value: 0.001, low: 0, high: 0.0021 })).toBe('0–0.21\u00A0%');
  expect(interval({ value: 1, low: 1, high: 1 })).toBe('100\u00A0%');
});
