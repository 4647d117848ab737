import type { ServiceType } from '@semblance/spec/limits';
import { articleRule } from './article.ts';
import { defaultRule } from './difference-rule.ts';
import type { DifferenceRule } from './difference-rule.ts';
import { freeThingRule } from './free-thing.ts';
import { framesRule } from './shared-frames.ts';
import { replacedPlaceRule } from './replaced-place.ts';
import { flatColourScores } from '../flat-colours.ts';
import { partRule } from '../part/part-rule.ts';

/** Another print or another colour of the same form is another article, and so is one with a print added. */
const productRule: DifferenceRule = {
  ...defaultRule,
  otherPrint: [
    [0.015, 1],
    [0.035, 0.66],
  ],
  otherColour: [
    [0.25, 1],
    [0.45, 0.66],
  ],
  contained: [2, 3],
};

/** Pieces are seen from all sides: that little of one view is found in another says nothing. */
const furnitureRule: DifferenceRule = {
  ...productRule,
  rigidity: { ...defaultRule.rigidity, muchContent: [1e6, 2e6] },
};

/** The form decides: a mark in another colour is the same mark, and so is one on an empty ground with something added, or on a photograph. */
const trademarkRule: DifferenceRule = {
  ...defaultRule,
  otherPrint: [
    [0.05, 1],
    [0.09, 0.89],
  ],
  replaced: [[0, 1]],
  fullPage: [0, 1],
  takenOff: { ...defaultRule.takenOff, colour: 0 },
  otherColour: [[0, 1]],
  bareForm: { ...defaultRule.bareForm, ceiling: 1 },
};

/** The texture decides: another part of a cloth is no other content, so nothing that differs lowers a score. */
const fabricRule: DifferenceRule = { ...defaultRule, leastContent: Number.MAX_SAFE_INTEGER };

const rules: Readonly<Partial<Record<ServiceType, DifferenceRule>>> = {
  product: productRule,
  furniture: furnitureRule,
  trademark: trademarkRule,
  fabric: fabricRule,
};

/** The rule of a service type: what makes another article of one picture leaves another the same mark. */
export function ruleFor(serviceType: ServiceType): DifferenceRule {
  return rules[serviceType] ?? defaultRule;
}

/** When what is measured of two pictures, laid over each other or looked for within one another, last changed. */
const measuredSince = '2026-11-30';

/** Eight digits that change with every constant in a value: FNV-1a, which runs in browsers too. */
export function fingerprint(value: unknown): string {
  let hash = 0x81_1c_9d_c5;
  for (const letter of JSON.stringify(value)) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01_00_01_93);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Every constant that decides a score after its features were compared. */
const constants = [
  defaultRule,
  rules,
  partRule,
  articleRule,
  freeThingRule,
  replacedPlaceRule,
  framesRule,
  flatColourScores,
] as const;

/** Names what is measured and every constant of the rules: another name, another score for some pair. */
export const rulesVersion: string = `${measuredSince}-${fingerprint(constants)}`;
