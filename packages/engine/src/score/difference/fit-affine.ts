import { determinantOf } from './affine.ts';
import type { Affine } from './affine.ts';

/** Corresponding points, x and y in turn, with a weight each. */
export interface WeightedPoints {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly weights: ArrayLike<number>;
}

/** A symmetric 3 × 3 system's solution by Cramer's rule. */
function solve(matrix: Float64Array, right: Float64Array, determinant: number): [number, number, number] {
  const column = (at: number): number => {
    const replaced = matrix.slice();
    for (let row = 0; row < 3; row += 1) replaced[3 * row + at] = right[row] as number;
    return determinant3(replaced) / determinant;
  };
  return [column(0), column(1), column(2)];
}

function determinant3(m: Float64Array): number {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0, i = 0] = m;
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
}

/** The affine transform that takes the points nearest to where they belong by weighted least squares; undefined where they leave it open. */
export function fitAffine({ from, to, weights }: WeightedPoints): Affine | undefined {
  const matrix = new Float64Array(9);
  const [across, down] = [new Float64Array(3), new Float64Array(3)];
  const row = Float64Array.of(0, 0, 1);
  for (let at = 0; at < weights.length; at += 1) {
    const weight = weights[at] as number;
    row[0] = from[2 * at] as number;
    row[1] = from[2 * at + 1] as number;
    for (let r = 0; r < 3; r += 1) {
      const value = weight * (row[r] as number);
      for (let c = 0; c < 3; c += 1) matrix[3 * r + c] = (matrix[3 * r + c] as number) + value * (row[c] as number);
      across[r] = (across[r] as number) + value * (to[2 * at] as number);
      down[r] = (down[r] as number) + value * (to[2 * at + 1] as number);
    }
  }
  const determinant = determinant3(matrix);
  if (!(Math.abs(determinant) > 1e-6)) return undefined;
  const affine: Affine = [...solve(matrix, across, determinant), ...solve(matrix, down, determinant)];
  return affine.every(Number.isFinite) && determinantOf(affine) !== 0 ? affine : undefined;
}
