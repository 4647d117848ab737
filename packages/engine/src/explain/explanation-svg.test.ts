import { expect, test } from 'vitest';
import { verdictOf } from '../score/verdict.ts';
import { sizeToFit } from './explanation-svg.ts';

test.each([0, 0.2, 0.4, 0.6, 0.8, 0.95, 1])('the words for %d fit beside the score', (score) => {
  const { words } = verdictOf(score);
  const size = sizeToFit(words, 778);
  expect(size).toBeGreaterThanOrEqual(16);
  expect(size * words.length * 0.5).toBeLessThan(778);
});

test('short words keep the full size', () => {
  expect(sizeToFit('different pictures', 778)).toBe(26);
});
