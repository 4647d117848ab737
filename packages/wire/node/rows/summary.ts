/** What became of the pairs of a run. */
export interface PairCounts {
  readonly pairs: number;
  /** Compared in this run. */
  readonly compared: number;
  /** Taken over from earlier ones. */
  readonly reused: number;
  readonly failed: number;
  /** With a score below the wished-for minimum; absent where none was given. */
  readonly belowMinimum?: number;
}

/** Exit codes of commands that compare many pairs. */
export const bulkExitCodes = { ok: 0, belowMinimum: 1, somePairsFailed: 6 } as const;

/** The exit code of a run: that some pairs failed weighs more than that some score low. */
export function bulkExitCode({ failed, belowMinimum = 0 }: PairCounts): number {
  if (failed > 0) return bulkExitCodes.somePairsFailed;
  return belowMinimum > 0 ? bulkExitCodes.belowMinimum : bulkExitCodes.ok;
}

/** A run in one sentence. */
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
