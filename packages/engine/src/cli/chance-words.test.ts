import { expect, test } from 'vitest';
import { verdictChance } from '../score/verdict-chances.ts';
import { verdictOf } from '../score/verdict.ts';
import { chanceWords } from './chance-words.ts';

const right = (score: number): number => verdictChance('generic', verdictOf(score).name)?.right ?? NaN;

test('a verdict that is said is told how often it was right', () => {
  const words = chanceWords(verdictOf(0.6), 'generic', true);
  expect(words?.en).toContain(`this verdict was right for ${Math.round(100 * right(0.6))} %`);
  expect(words?.zh).toContain(`这一结论有 ${Math.round(100 * right(0.6))} % 正确`);
});

test('where the words say what differs, the chance is that of the score, and not of these words', () => {
  const words = chanceWords(verdictOf(0.6), 'generic', false);
  expect(words?.en).not.toContain('right');
  expect(words?.en).toContain(
    `${Math.round(100 * right(0.6))} % of the measured pairs with a score of 0.5 to 0.7 were matches`,
  );
});

test('a low score is told how few such pairs are matches', () => {
  const words = chanceWords(verdictOf(0.35), 'generic', false);
  expect(words?.en).toContain(
    `${Math.round(100 - 100 * right(0.35))} % of the measured pairs with a score of 0.3 to 0.5`,
  );
});

test('equal pixels need no measuring', () => {
  expect(chanceWords(verdictOf(1), 'generic', true)).toBeUndefined();
});
