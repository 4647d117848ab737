import { expect, test } from 'vitest';
import { pairsOverRange, quantiles, survivalCurve, thresholdTable } from './measures.ts';
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

test('precision and recall count pairs at or above the threshold', () => {
  expect(thresholdTable(pairs, ['same-picture', 'same-item'], [0, 0.5, 0.7, 1])).toEqual([
    { threshold: 0, precision: 3 / 5, recall: 1 },
    { threshold: 0.5, precision: 2 / 3, recall: 2 / 3 },
    { threshold: 0.7, precision: 1, recall: 2 / 3 },
    { threshold: 1, precision: 1, recall: 0 },
  ]);
});

test('a survival curve falls from one', () => {
  expect(survivalCurve(pairs, 'same-item', 2)).toEqual([
    [0, 1],
    [0.5, 0.5],
    [1, 0],
  ]);
});

test('quantiles are scores that occur', () => {
  expect(quantiles(pairs, 'different')).toEqual({ low: 0.1, median: 0.5, high: 0.5, count: 2 });
});

test('pairs over the range are the nearest ones, none twice', () => {
  expect(pairsOverRange(pairs, [1, 0.9, 0]).map(({ score }) => score)).toEqual([0.9, 0.7, 0.1]);
});
