import { exitCodes } from '../exit-codes.ts';

/** Counts of a run's pairs, by outcome. */
export interface PairCounts {
  readonly pairs: number;
  /** Compared in this run. */
  readonly compared: number;
  /** Reused from earlier runs. */
  readonly reused: number;
  readonly failed: number;
  /** With a score below the given minimum; absent without one. */
  readonly belowMinimum?: number;
}

/** The exit code of a run: failed pairs take precedence over low scores. */
export function bulkExitCode({ failed, belowMinimum = 0 }: PairCounts): number {
  if (failed > 0) return exitCodes.somePairsFailed;
  return belowMinimum > 0 ? exitCodes.belowMinimum : exitCodes.ok;
}

/** Summary of a run in one sentence. */
export function bulkSummary({ compared, failed, belowMinimum }: PairCounts, out: string, minScore?: number): string {
  const limit = belowMinimum === undefined ? '' : `, ${belowMinimum} below ${minScore}`;
  return `${compared} pairs compared, ${failed} failed${limit}. Results: ${out}`;
}

/** Counts what became of pairs. */
export function countPairs(
  results: Iterable<{ readonly score?: number | undefined }>,
  { reused, minScore }: { readonly reused: number; readonly minScore: number | undefined },
): PairCounts {
  const counts = { pairs: 0, failed: 0, belowMinimum: 0 };
  for (const { score } of results) {
    counts.pairs += 1;
    if (score === undefined) counts.failed += 1;
    else if (minScore !== undefined && score < minScore) counts.belowMinimum += 1;
  }
  const { pairs, failed, belowMinimum } = counts;
  return {
    pairs,
    compared: pairs - reused - failed,
    reused,
    failed,
    ...(minScore === undefined ? {} : { belowMinimum }),
  };
}
