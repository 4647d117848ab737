/** A choice of columns for the first rows, and what it comes to. */
interface Choice {
  readonly sum: number;
  readonly scores: readonly number[];
}

const none: Choice = { sum: 0, scores: [] };

/** Every choice with one row more: the best for each set of columns that are taken. */
function withRow(choices: ReadonlyMap<number, Choice>, row: readonly number[]): Map<number, Choice> {
  const next = new Map<number, Choice>();
  const keep = (taken: number, { sum, scores }: Choice, score: number): void => {
    if (sum + score > (next.get(taken)?.sum ?? -1)) next.set(taken, { sum: sum + score, scores: [...scores, score] });
  };
  for (const [taken, choice] of choices) {
    keep(taken, choice, 0);
    for (const [column, score] of row.entries())
      if ((taken & (1 << column)) === 0) keep(taken | (1 << column), choice, score);
  }
  return next;
}

/**
 * Scores at which rows are found in columns where no two share one: the choice with the largest sum, rows in order; 0 for a row that is
 * left without. Of so few frames as are compared (eight) every set of columns is tried.
 * @param table  scores 0…1, a row for each frame of one animation, a column for each of the other.
 */
export function foundApart(table: readonly (readonly number[])[]): readonly number[] {
  const choices = table.reduce(withRow, new Map([[0, none]]));
  return [...choices.values()].reduce((best, choice) => (choice.sum > best.sum ? choice : best)).scores;
}
