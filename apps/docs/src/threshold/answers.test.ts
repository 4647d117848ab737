import { expect, test } from 'vitest';
import { evaluation } from '../score/evaluation.ts';
import type { ServiceTypeMeaning } from '../../../../tools/eval/evaluation-file.ts';
import { answers, goals } from './answers.ts';

const estimate = (value: number): { value: number; low: number; high: number } => ({ value, low: value, high: value });

function meaning(
  rows: readonly (readonly [threshold: number, recall: number, precision: number])[],
): ServiceTypeMeaning {
  return {
    positives: 10,
    negatives: 10,
    objects: 10,
    rocArea: estimate(1),
    spread: { positives: { low: 0, median: 0.5, high: 1 }, negatives: { low: 0, median: 0.5, high: 1 } },
    thresholds: rows.map(([threshold, recall, precision]) => ({
      threshold,
      recall: estimate(recall),
      precision: estimate(precision),
      falsePositiveRate: estimate(0),
      doubtful: {},
    })),
  };
}

test('strict is the lowest precise threshold, lenient the highest that finds almost all, the band lies between', () => {
  const found = answers(
    meaning([
      [0.2, 0.99, 0.5],
      [0.3, 0.96, 0.8],
      [0.4, 0.9, 0.95],
      [0.5, 0.7, 0.995],
      [0.6, 0.5, 1],
    ]),
  );
  expect(found['false-match'].threshold).toBe(0.5);
  expect(found['missed-match'].threshold).toBe(0.3);
  expect(found.both.threshold).toBe(0.4);
  expect(found['false-match'].review).toEqual([0.3, 0.5]);
});

test('without a precise threshold the most precise one is used, and the band extends down to where matches are found', () => {
  const found = answers(
    meaning([
      [0.1, 0.9, 0.3],
      [0.9, 0.1, 0.9],
    ]),
  );
  expect(found['false-match'].threshold).toBe(0.9);
  expect(found['missed-match'].threshold).toBe(0.1);
});

test('an easy service type has no inverted band', () => {
  const found = answers(
    meaning([
      [0.2, 1, 0.999],
      [0.5, 0.99, 1],
    ]),
  );
  expect(found['missed-match'].review).toEqual([0.2, 0.2]);
});

test.each(goals)('the measured figures give an answer for %s', (goal) => {
  if (evaluation === undefined) throw new Error('The engine’s evaluation is missing.');
  const found = answers(evaluation.serviceTypes.meanings[goal]);
  expect(found['missed-match'].threshold).toBeLessThanOrEqual(found['false-match'].threshold);
  expect(found['false-match'].row.precision.value).toBeGreaterThan(0.8);
});
