import type { ServiceType } from '@semblance/spec/limits';
import { serviceTypeOfFamily } from '../eval/look-alikes/families.ts';
import type { LaidPair } from '../eval/measured-set.ts';
import type { DifferenceRule } from '../../packages/engine/src/score/difference/difference-rule.ts';
import { boundedScore, judgeDifference } from '../../packages/engine/src/score/difference/rule.ts';

/** How much a group of pairs weighs in a fit, and what one of its pairs costs. */
interface Cost {
  readonly group: string;
  readonly weight: number;
  readonly of: (score: number, base: number) => number;
}

/** From 0 at `from` to 1 at `to`. */
const rising = (value: number, from: number, to: number): number =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));

/** Copies belong above .9, and next to none below .7. */
const copyCost = (score: number): number => rising(-score, -0.92, -0.7) + 2 * rising(-score, -0.72, -0.5);
/** Other contents belong below .7, and none at .9. */
const lookAlikeCost = (score: number): number => rising(score, 0.55, 0.75) + 2 * rising(score, 0.7, 0.92);
/** What the rule takes from a pair that shows the same thing in another way. */
const lostCost = (score: number, base: number): number => 5 * Math.max(0, base - score);

/** What a pair costs, under the service type that such pairs are compared in; undefined where the rule has no say. */
function costOf({ relation, role, first, detail }: LaidPair, serviceType: ServiceType): Cost | undefined {
  const family = first.kind;
  if (role === 'look-alike') {
    if (serviceTypeOfFamily(family) !== serviceType && serviceType !== 'generic') return undefined;
    const isCopy = relation === 'look-alike copy';
    return { group: `${relation} ${family}`, weight: 1, of: isCopy ? copyCost : lookAlikeCost };
  }
  if (relation === 'copy') return { group: `copy ${detail}`, weight: 0.5, of: lostCost };
  if (relation === 'same item') return { group: 'same item', weight: 6, of: lostCost };
  if (relation === 'different' || relation === 'same scene')
    return { group: `${relation} ${role}`, weight: 2, of: (score) => rising(score, 0.45, 0.75) };
  return undefined;
}

/** Pairs of one group with what they cost. */
interface CostGroup {
  readonly weight: number;
  readonly pairs: { readonly pair: LaidPair; readonly of: Cost['of'] }[];
}

/**
 * The loss of a rule on measured pairs: the mean cost of each group, weighed and added up. Groups count alike however
 * many pairs they have, so that one family of many pictures does not decide for all.
 */
export function ruleLoss(pairs: readonly LaidPair[], serviceType: ServiceType): (rule: DifferenceRule) => number {
  const groups = new Map<string, CostGroup>();
  for (const pair of pairs) {
    const cost = costOf(pair, serviceType);
    if (cost === undefined) continue;
    const group = groups.get(cost.group) ?? { weight: cost.weight, pairs: [] };
    group.pairs.push({ pair, of: cost.of });
    groups.set(cost.group, group);
  }
  const scoreOf = ({ comparison, difference }: LaidPair, rule: DifferenceRule): number =>
    difference === undefined ? comparison.score : boundedScore(comparison.score, judgeDifference(difference, rule));
  return (rule) =>
    [...groups.values()].reduce((sum, { weight, pairs: members }) => {
      const total = members.reduce((cost, { pair, of }) => cost + of(scoreOf(pair, rule), pair.comparison.score), 0);
      return sum + (weight * total) / members.length;
    }, 0);
}
