import { expect, test } from 'vitest';
import { scoreBar } from './score-bar.ts';

test.each([
  [0, 0],
  [0.5, 15],
  [0.9999, 29],
  [1, 30],
] as const)('%d', (score, filled) => {
  expect(scoreBar(score, { cells: 30 })).toBe(`${'█'.repeat(filled)}${'░'.repeat(30 - filled)}`);
});

test('only the filled part is painted', () => {
  expect(scoreBar(0.5, { cells: 4, paint: (filled) => `<${filled}>` })).toBe('<██>░░');
});
