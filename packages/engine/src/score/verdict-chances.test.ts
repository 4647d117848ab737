import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import { expect, test } from 'vitest';
import { verdictChance } from './verdict-chances.ts';
import { verdicts } from './verdict.ts';

test('a chance is a share of enough measured pairs, and equal pixels need none', () => {
  for (const serviceType of Object.keys(serviceTypes) as ServiceType[]) {
    expect(verdictChance(serviceType, 'identical')).toBeUndefined();
    const stated = verdicts
      .map(({ name }) => verdictChance(serviceType, name))
      .filter((chance) => chance !== undefined);
    for (const { right, pairs } of stated) {
      expect(right).toBeGreaterThan(0);
      expect(right).toBeLessThanOrEqual(1);
      expect(pairs).toBeGreaterThanOrEqual(20);
    }
  }
});
