import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

/** Eigenvalues of a symmetric matrix, largest first, and their vectors as columns. */
export function symmetricEigen(matrix: Matrix): { values: number[]; vectors: Matrix } {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const order = realEigenvalues
    .map((_, index) => index)
    .toSorted((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
  return {
    values: order.map((index) => realEigenvalues[index] ?? 0),
    vectors: eigenvectorMatrix.subMatrixColumn(order),
  };
}

/**
 * Mean of the outer products of rows: `rows' · rows / count`.
 * @param rows  vectors of equal length.
 */
export function secondMoment(rows: readonly Float64Array[]): Matrix {
  const size = rows[0]?.length ?? 0;
  const sums = new Float64Array(size * size);
  for (const row of rows) {
    for (let i = 0; i < size; i += 1) {
      const factor = row[i] as number;
      if (factor === 0) continue;
      const offset = i * size;
      for (let j = i; j < size; j += 1) sums[offset + j] = (sums[offset + j] as number) + factor * (row[j] as number);
    }
  }
  const matrix = Matrix.zeros(size, size);
  for (let i = 0; i < size; i += 1) {
    for (let j = i; j < size; j += 1) {
      const value = (sums[i * size + j] as number) / rows.length;
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  }
  return matrix;
}
