/**
 * Solves a small system of linear equations by Gaussian elimination with row pivots.
 * @param matrix  row-major, n × n.
 * @returns undefined where it has no single solution.
 */
export function solveLinear(matrix: Float64Array, right: Float64Array): Float64Array | undefined {
  const size = right.length;
  const rows = Array.from({ length: size }, (_, row) => [
    ...matrix.subarray(row * size, (row + 1) * size),
    right[row] as number,
  ]);
  for (let column = 0; column < size; column += 1) {
    const pivot = pivotRow(rows, column);
    if (pivot === undefined) return undefined;
    eliminate(rows, column, pivot);
  }
  const solution = rows.map((row, at) => (row[size] as number) / (row[at] as number));
  return solution.every(Number.isFinite) ? Float64Array.from(solution) : undefined;
}

/** Brings the row with the largest entry of a column to its place; undefined where all are next to 0. */
function pivotRow(rows: number[][], column: number): number[] | undefined {
  let best = column;
  for (let row = column + 1; row < rows.length; row += 1)
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;

  const [chosen, other] = [rows[best], rows[column]];
  if (chosen === undefined || other === undefined || !(Math.abs(chosen[column] ?? 0) > 1e-9)) return undefined;
  rows[best] = other;
  rows[column] = chosen;
  return chosen;
}

function eliminate(rows: number[][], column: number, pivot: readonly number[]): void {
  rows.forEach((row, at) => {
    if (at === column) return;
    const factor = (row[column] as number) / (pivot[column] as number);
    for (let place = column; place < row.length; place += 1)
      row[place] = (row[place] as number) - factor * (pivot[place] as number);
  });
}
