import { partRule } from '../../../packages/engine/src/score/part/part-rule.ts';
import type { MeasuredPair } from '../../eval/pair-evidence.ts';
import type { SearchCosts } from './search-costs.ts';
import type { SoughtKind, SoughtPair } from './sought-pairs.ts';

const bounds = [-2.5, -3, -3.5, -4, -4.5, -5] as const;
/** A copy that scores less is lost among the hundredth of different pairs that scores most. */
const lostShare = 0.01;

interface Gate {
  readonly oddsOf: (sought: SoughtKind) => number;
  readonly costs: SearchCosts;
}

const isCopy = ({ relation }: MeasuredPair): boolean => relation === 'copy';
const isOrdinary = ({ relation, detail }: MeasuredPair): boolean => relation === 'different' && detail === 'ordinary';
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function lostBelow(measured: readonly MeasuredPair[]): number {
  const scores = measured.filter(isOrdinary).map(({ comparison }) => comparison.score);
  return scores.toSorted((a, b) => b - a)[Math.floor(lostShare * scores.length)] ?? 0;
}

/** What is looked for in a pair at a bound of the log-odds. */
const soughtAt = ({ kinds }: SoughtPair, bound: number, { oddsOf }: Gate): SoughtKind[] =>
  kinds.filter((sought) => sought.terms.cover >= partRule.leastCover && oddsOf(sought) >= bound);

/**
 * For bounds of the log-odds: which pairs are searched, what that costs, and how many lost copies are found of those
 * that a search for everything would find.
 */
export function gateTable(pairs: readonly SoughtPair[], measured: readonly MeasuredPair[], gate: Gate): string {
  const lost = lostBelow(measured);
  const different = measured.filter(isOrdinary).length;
  const oneKind = measured.filter(({ relation }) => relation === 'same kind').length;
  const copies = pairs.filter(({ pair }) => isCopy(pair) && pair.comparison.score <= lost);
  const findable = copies.filter(({ kinds }) => kinds.some(({ found }) => found));
  const rows = bounds.map((bound) => {
    const searched = pairs.map((pair) => ({ ...pair, sought: soughtAt(pair, bound, gate) }));
    const ofDifferent = searched.filter(({ pair, sought }) => isOrdinary(pair) && sought.length > 0);
    const ofOneKind = searched.filter(({ pair, sought }) => pair.relation === 'same kind' && sought.length > 0);
    const searches = ofDifferent.reduce((sum, { sought }) => sum + sought.length, 0) / different;
    const kept = findable.filter((pair) => soughtAt(pair, bound, gate).some(({ found }) => found));
    const { search, atHand, anew } = gate.costs;
    const cost = search * searches;
    return [
      bound.toFixed(1),
      percent(ofDifferent.length / different),
      percent(ofOneKind.length / oneKind),
      searches.toFixed(3),
      (1 + cost / atHand).toFixed(3),
      (1 + cost / anew).toFixed(4),
      `${kept.length} of ${findable.length}`,
    ].join(' | ');
  });
  const { search, atHand, anew } = gate.costs;
  return [
    `copies that score ${lost.toFixed(3)} or less: ${copies.length}; CPU of a search ${search.toFixed(2)} ms, of a pair at hand ${atHand.toFixed(2)} ms, anew ${anew.toFixed(1)} ms`,
    'log-odds | different searched | one kind | searches a pair | CPU at hand | CPU anew | lost copies found',
    ...rows,
  ].join('\n');
}
