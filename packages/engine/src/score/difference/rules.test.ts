import { expect, test } from 'vitest';
import { defaultCalibration } from '../default-calibration.ts';
import { defaultRule } from './difference-rule.ts';
import { fingerprint, ruleFor, rulesVersion } from './rules.ts';

test('every constant of a rule changes its fingerprint', () => {
  const changed = [
    { ...defaultRule, sameForm: 0.61 },
    { ...defaultRule, takenOff: { ...defaultRule.takenOff, largest: 0.06 } },
    { ...defaultRule, otherPrint: defaultRule.otherPrint.map(([at, score]) => [at, score + 0.001]) },
    ruleFor('product'),
    ruleFor('trademark'),
  ].map(fingerprint);
  expect(new Set([fingerprint(defaultRule), ...changed]).size).toBe(changed.length + 1);
});

test('the calibration that is told with a score names the rules', () => {
  expect(defaultCalibration.version).toContain(rulesVersion);
});
