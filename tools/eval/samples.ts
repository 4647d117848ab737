import type { TaskName } from './evaluation-file.ts';
import type { Pair } from './tasks.ts';

/** Scores of one task: pairs that should score high, and pairs that should not. */
export interface Sample {
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
}

export const taskNames = ['copy', 'same item', 'same kind', 'one threshold'] as const satisfies readonly TaskName[];
export interface ScoredPair {
  readonly pair: Pair;
  readonly score: number;
}

const of = (scored: readonly ScoredPair[], keep: (pair: Pair) => boolean): number[] =>
  scored.filter(({ pair }) => keep(pair)).map(({ score }) => score);

/** Furniture before the same kinds of backdrop is compared with furniture before the same kinds of backdrop. */
const steadyDetails = new Set(['white + white', 'plain + plain', 'photograph + photograph']);
const steady = ({ role, detail }: Pair): boolean => role === 'photograph' || steadyDetails.has(detail);

/**
 * Splits scored pairs into the samples of one task. The one threshold has to part copies and other views, both, from
 * different pictures of either role.
 */
export function sampleOf(scored: readonly ScoredPair[], task: TaskName): Sample {
  if (task === 'copy') {
    return {
      positives: of(scored, ({ relation }) => relation === 'copy'),
      negatives: of(scored, ({ relation, role }) => relation === 'different' && role === 'photograph'),
    };
  }
  if (task === 'one threshold') {
    return {
      positives: of(scored, (pair) => pair.relation === 'copy' || (pair.relation === 'same item' && steady(pair))),
      negatives: of(scored, (pair) => pair.relation === 'different' && steady(pair)),
    };
  }
  return {
    positives: of(scored, (pair) => pair.relation === task && pair.role === 'furniture'),
    negatives: of(scored, (pair) => pair.relation === 'different' && pair.role === 'furniture'),
  };
}

/** The furniture tasks by pair of backdrops, the copies by transformation: each against its own negatives. */
export function sampleByDetail(
  scored: readonly ScoredPair[],
  task: 'copy' | 'same item' | 'same kind',
): Map<string, Sample> {
  const details = new Set(
    scored
      .filter(({ pair }) => pair.relation === task && (task === 'copy' || pair.role === 'furniture'))
      .map(({ pair }) => pair.detail),
  );
  const negativesOf = (detail: string): number[] =>
    task === 'copy'
      ? of(scored, ({ relation, role }) => relation === 'different' && role === 'photograph')
      : of(scored, (pair) => pair.relation === 'different' && pair.role === 'furniture' && pair.detail === detail);
  return new Map(
    [...details].toSorted().map((detail) => [
      detail,
      {
        positives: of(scored, (pair) => pair.relation === task && pair.detail === detail),
        negatives: negativesOf(detail),
      },
    ]),
  );
}

/** Positives that beat negatives in stamps of one folder: kinds in real photographs. */
export function photographKinds(scored: readonly ScoredPair[]): Sample {
  return {
    positives: of(scored, ({ relation, role }) => relation === 'same kind' && role === 'photograph'),
    negatives: of(
      scored,
      ({ relation, role, second }) =>
        relation === 'different' && role === 'photograph' && second.variant === 'original',
    ),
  };
}
