import type { ServiceType } from '@semblance/spec/limits';
import { defaultRule, type DifferenceRule } from './rule.ts';

/** Added print makes another article: nothing that lies on top is overlooked. */
const articleRule: DifferenceRule = { ...defaultRule, contained: [2, 3] };
/** Colours are no evidence where marks are compared: a mark in another colour is the same mark. */
const trademarkRule: DifferenceRule = { ...defaultRule, wholeColour: [[0, 1]], partColour: [[0, 1]] };

const rules: Readonly<Partial<Record<ServiceType, DifferenceRule>>> = {
  product: articleRule,
  furniture: articleRule,
  trademark: trademarkRule,
};

/** The rule for a service type: what makes another article of one picture leaves another the same mark. */
export function ruleFor(serviceType: ServiceType): DifferenceRule {
  return rules[serviceType] ?? defaultRule;
}
