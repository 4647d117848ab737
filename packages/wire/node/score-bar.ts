/** How a bar is drawn. */
export interface ScoreBarOptions {
  /** Cells of the whole bar. */
  readonly cells: number;
  /** Paints the filled part. Default: as it is. */
  readonly paint?: (filled: string) => string;
}

/** A score as a bar of blocks. @param score  0 to 1; only 1 fills the bar. */
export function scoreBar(score: number, { cells, paint = (filled) => filled }: ScoreBarOptions): string {
  const filled = score === 1 ? cells : Math.min(cells - 1, Math.round(score * cells));
  return `${paint('█'.repeat(filled))}${'░'.repeat(cells - filled)}`;
}
