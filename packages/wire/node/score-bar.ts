/** Options of `scoreBar`. */
export interface ScoreBarOptions {
  /** Width of the bar in characters. */
  readonly cells: number;
  /** Colours the filled part. Default: no colour. */
  readonly paint?: (filled: string) => string;
}

/** Draws a score as a bar of block characters. @param score  0 to 1; only 1 fills the bar. */
export function scoreBar(score: number, { cells, paint = (filled) => filled }: ScoreBarOptions): string {
  const filled = score === 1 ? cells : Math.min(cells - 1, Math.round(score * cells));
  return `${paint('█'.repeat(filled))}${'░'.repeat(cells - filled)}`;
}
