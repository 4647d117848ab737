import { expect, test } from 'vitest';
import { bestBand, bestThreshold, thresholdCurve } from './costs.ts';
import type { Costs } from './costs.ts';
import type { LabelledPair } from './labelled-pair.ts';

const pair = (score: number, match: boolean): LabelledPair => ({ score, match });
const separable = [pair(0.9, true), pair(0.8, true), pair(0.4, false), pair(0.1, false)];
const mixed = [pair(0.95, true), pair(0.6, true), pair(0.65, false), pair(0.1, false), pair(0.2, false)];
const equal: Costs = { falseMatch: 1, missedMatch: 1, review: 0.1, matchShare: 0.5 };

test('recall, false matches and precision count what is at or above the threshold', () => {
  const at = thresholdCurve(mixed, equal).find(({ threshold }) => threshold === 0.6);
  expect(at).toMatchObject({ recall: 1, falseMatchRate: 1 / 3 });
  expect(at?.precision).toBeCloseTo(0.75, 10);
  expect(at?.cost).toBeCloseTo(1000 * 0.5 * (1 / 3), 6);
});

test('the middle one of all separating thresholds is best', () => {
  const best = bestThreshold(thresholdCurve(separable, equal));
  expect(best?.cost).toBe(0);
  expect(best?.threshold).toBeGreaterThan(0.55);
  expect(best?.threshold).toBeLessThan(0.65);
});

test('expensive false matches raise the threshold, expensive misses lower it', () => {
  const threshold = (costs: Partial<Costs>): number =>
    bestThreshold(thresholdCurve(mixed, { ...equal, ...costs }))?.threshold ?? 0;
  expect(threshold({ falseMatch: 20 })).toBeGreaterThan(0.65);
  expect(threshold({ missedMatch: 20 })).toBeLessThanOrEqual(0.6);
});

test('cheap review gives a band around mixed scores, expensive review none', () => {
  const band = bestBand(mixed, equal);
  expect(band.from).toBeLessThanOrEqual(0.6);
  expect(band.to).toBeGreaterThan(0.65);
  expect(band.cost).toBeLessThan(bestThreshold(thresholdCurve(mixed, equal))?.cost ?? 0);
  const dear = bestBand(mixed, { ...equal, review: 50 });
  expect(dear.looked).toBe(0);
});
