import type { MeasuredPair } from '../eval/pair-evidence.ts';
import type { Example } from './logistic.ts';

/** Weight of each group of pairs in a fit, shared among its pairs. */
export type GroupWeights = Readonly<Record<string, number>>;

/** The group a pair belongs to: its relation, and of furniture whether both views have the same sort of backdrop. */
function groupOf({ relation, role, detail }: MeasuredPair): string {
  if (relation === 'same scene') return relation;
  if (role === 'photograph') return `${relation} photograph`;
  const steady = detail === 'white + white' || detail === 'photograph + photograph';
  return `${relation} ${steady ? detail : 'other'}`;
}

/** The pairs of the named groups as examples; the others are left out. Both labels weigh the same in all. */
export function examplesOf(
  pairs: readonly MeasuredPair[],
  groups: { readonly positives: GroupWeights; readonly negatives: GroupWeights },
  features: (pair: MeasuredPair) => readonly number[],
): Example[] {
  const counts = new Map<string, number>();
  for (const pair of pairs) counts.set(groupOf(pair), (counts.get(groupOf(pair)) ?? 0) + 1);
  const total = (weights: GroupWeights): number => Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const totals = { positives: total(groups.positives), negatives: total(groups.negatives) };
  return pairs.flatMap((pair): Example[] => {
    const group = groupOf(pair);
    const side = group in groups.positives ? 'positives' : 'negatives';
    const weight = groups[side][group];
    if (weight === undefined) return [];
    const share = weight / totals[side] / (counts.get(group) ?? 1);
    return [{ features: features(pair), label: side === 'positives' ? 1 : 0, weight: share }];
  });
}
