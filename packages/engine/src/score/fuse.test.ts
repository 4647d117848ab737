import { expect, test } from 'vitest';
import { fusionTerms, hypothesisNames } from './calibration.ts';
import type { Calibration, FusionTerm, Hypothesis } from './calibration.ts';
import { fuseValues, leadingHypothesis } from './fuse.ts';
import type { FusionValues } from './fuse.ts';

const allTerms = (value: number): Record<FusionTerm, number> =>
  Object.fromEntries(fusionTerms.map((term) => [term, value])) as Record<FusionTerm, number>;
const only = (bias: number, weights: Partial<Record<FusionTerm, number>>): Hypothesis => ({
  bias,
  weights: { ...allTerms(0), ...weights },
});
const calibration: Calibration = {
  version: 'test',
  hypotheses: {
    sharedPart: only(-2, { logInliers: 3 }),
    sameSetting: only(-4, { block16: 2, colour: 4 }),
    otherSetting: only(-1, { block16: 3 }),
  },
  knots: [[-9, 0], [9, 1]], // prettier-ignore
};
const values = (some: Partial<Record<FusionTerm, number>>): FusionValues => ({ ...allTerms(0), ...some });

test('the odds of the hypotheses add up', () => {
  // Log-odds −2 + 3, −4 + .4 · 2 + .5 · 4 and −1 + .4 · 3.
  const odds = [1, -1.2, 0.2].map((value) => Math.exp(value));
  const fused = fuseValues(values({ logInliers: 1, block16: 0.4, colour: 0.5 }), calibration);
  expect(fused).toBeCloseTo(Math.log(odds.reduce((sum, value) => sum + value, 0)), 12);
});

test.each([
  ['sharedPart', { logInliers: 4, block16: 0.2, colour: 0.1 }],
  ['sameSetting', { block16: 0.9, colour: 1 }],
  ['otherSetting', { block16: 0.9, colour: 0.1 }],
] as const)('%s leads where it has the most to say', (name, some) => {
  expect(leadingHypothesis(values(some), calibration)).toBe(name);
});

test('what one hypothesis lacks does not count against another, and huge odds do not overflow', () => {
  const copy = fuseValues(values({ logInliers: 5, colour: 0 }), calibration);
  expect(fuseValues(values({ logInliers: 5, colour: 0.5 }), calibration)).toBeCloseTo(copy, 5);
  expect(fuseValues(values({ logInliers: 1000 }), calibration)).toBe(2998);
  expect(hypothesisNames).toHaveLength(3);
});
