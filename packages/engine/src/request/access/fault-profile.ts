import { isErrorCode } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import type { Registry } from './registry.ts';

/**
 * The code with which a fault profile answers this call, if any.
 * @param random  0 (inclusive) to 1 (exclusive).
 */
export function simulatedFault(
  rules: Registry['faults'],
  instance: string,
  random: () => number = Math.random,
): ErrorCode | undefined {
  const rule = rules.find(({ instance: only, share }) => (only === undefined || only === instance) && random() < share);
  return rule !== undefined && isErrorCode(rule.code) ? rule.code : undefined;
}
