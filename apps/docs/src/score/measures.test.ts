import { expect, test } from 'vitest';
import { isMistaken, pairsOverRange } from './measures.ts';
import type { PairLabel, ScoredPair } from './sample-scores.ts';

function pair(label: PairLabel, score: number): ScoredPair {
  return { first: `${label}${score}a`, second: 'b', label, score };
}

const pairs = [
  pair('same-picture', 0.9),
  pair('same-item', 0.7),
  pair('same-item', 0.4),
  pair('different', 0.5),
  pair('different', 0.1),
];

test('pairs over the range are the nearest ones, without repetition', () => {
  expect(pairsOverRange(pairs, [1, 0.9, 0]).map(({ score }) => score)).toEqual([0.9, 0.7, 0.1]);
});

test('a verdict that contradicts the label is mistaken', () => {
  expect(isMistaken(pair('same-kind', 0.7))).toBe(true);
  expect(isMistaken(pair('same-kind', 0.4))).toBe(false);
  expect(isMistaken(pair('same-item', 0.2))).toBe(true);
  expect(isMistaken(pair('same-picture', 0.95))).toBe(false);
});
