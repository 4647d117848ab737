import { isErrorCode } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import type { Registry } from './registry.ts';

/**
 * The code a fault profile wants this call to be answered with, if any.
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
