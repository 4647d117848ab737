import type { ServiceType } from '@semblance/spec/limits';
import { defaultRule, type DifferenceRule } from './rule.ts';

/** Colours are no evidence where marks are compared: a mark in another colour is the same mark. */
const trademarkRule: DifferenceRule = { ...defaultRule, otherColour: [[0, 1]] };

const rules: Readonly<Partial<Record<ServiceType, DifferenceRule>>> = { trademark: trademarkRule };

/** The rule for a service type: what makes another article of one picture leaves another the same mark. */
export function ruleFor(serviceType: ServiceType): DifferenceRule {
  return rules[serviceType] ?? defaultRule;
}
