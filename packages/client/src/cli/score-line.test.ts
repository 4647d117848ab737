import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { scoreLine } from './score-line.ts';

test.each([
  [0, 0, '0.0000'],
  [0.5, 15, '0.5000'],
  [0.9999, 29, '0.9999'],
  [1, 30, '1.0000  the same pixels'],
] as const)('%d', (score, filled, text) => {
  expect(scoreLine(score, false)).toBe(`${'█'.repeat(filled)}${'░'.repeat(30 - filled)}  ${text}`);
  expect(stripVTControlCharacters(scoreLine(score, true))).toBe(scoreLine(score, false));
});

test('colour is optional', () => {
  expect(scoreLine(0.5, true)).toContain(`\u001B[36m${'█'.repeat(15)}\u001B[39m░`);
});
