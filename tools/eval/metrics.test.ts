import fc from 'fast-check';
import { expect, test } from 'vitest';
import { averagePrecision, bootstrap, recallAtFalsePositiveRate, rocArea } from './metrics.ts';
import { fitLogistic } from '../calibration/logistic.ts';
import { seeded } from '../../packages/engine/test/score/test-pictures.ts';

const scores = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 20 });

test('the ROC area equals the share of pairs in the right order, ties half', () => {
  fc.assert(
    fc.property(scores, scores, (positives, negatives) => {
      const wins = positives.flatMap((positive) =>
        negatives.map((negative) => (positive > negative ? 1 : positive === negative ? 0.5 : 0)),
      );
      const expected = wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
      expect(rocArea(positives, negatives)).toBeCloseTo(expected, 12);
    }),
  );
});

test('average precision of worked examples', () => {
  // Ranked + − +: precisions 1/1 and 2/3.
  expect(averagePrecision([9, 5], [7])).toBeCloseTo((1 + 2 / 3) / 2, 12);
  // A tie counts against the positive.
  expect(averagePrecision([5], [5])).toBe(0.5);
  expect(averagePrecision([3, 2], [1, 0])).toBe(1);
});

test('recall lets exactly the asked share of negatives pass', () => {
  const negatives = Array.from({ length: 100 }, (_, index) => index);
  expect(recallAtFalsePositiveRate([98, 98.5, 99.5], negatives, 0.01)).toBeCloseTo(2 / 3, 12);
  expect(recallAtFalsePositiveRate([99, 100], negatives, 0)).toBe(0.5);
});

test('a bootstrap interval holds the value and narrows with more data', () => {
  const random = seeded(3);
  const draw = (count: number, shift: number): number[] => Array.from({ length: count }, () => random() + shift);
  const few = bootstrap({ positives: draw(30, 0.3), negatives: draw(30, 0) }, rocArea, { redraws: 200, random });
  const many = bootstrap({ positives: draw(3000, 0.3), negatives: draw(3000, 0) }, rocArea, { redraws: 200, random });
  for (const { low, value, high } of [few, many]) expect([low <= value, value <= high]).toEqual([true, true]);
  expect(many.high - many.low).toBeLessThan((few.high - few.low) / 3);
});

test('logistic regression finds known weights and respects its bounds', () => {
  const random = seeded(4);
  const examples = Array.from({ length: 4000 }, () => {
    const features = [random() * 2 - 1, random() * 2 - 1];
    const chance = 1 / (1 + Math.exp(-(3 * (features[0] ?? 0) - 2 * (features[1] ?? 0) + 0.5)));
    return { features, label: random() < chance ? (1 as const) : (0 as const), weight: 1 };
  });
  const free = fitLogistic(examples, { bounds: [[-9, 9], [-9, 9]], ridge: 0, iterations: 800 }); // prettier-ignore
  expect(free.weights[0]).toBeCloseTo(3, 0);
  expect(free.weights[1]).toBeCloseTo(-2, 0);
  expect(free.bias).toBeCloseTo(0.5, 0);
  const bounded = fitLogistic(examples, { bounds: [[0, 1], [0, 9]], ridge: 0, iterations: 800 }); // prettier-ignore
  expect(bounded.weights[0]).toBeCloseTo(1, 6);
  expect(bounded.weights[1]).toBeCloseTo(0, 6);
});
