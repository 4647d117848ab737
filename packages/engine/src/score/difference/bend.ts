import { cellSide } from './cell-grid.ts';
import type { LaidComparison } from './compare-laid.ts';
import { shiftsOf } from './refine.ts';
import type { Shifts } from './refine.ts';
import { solveLinear } from './solve-linear.ts';

/** Where each cell is expected, pixels from where the transform puts it. */
export type Bend = (cell: number) => readonly [number, number];

/** Terms of a bent plane: 1, x, y, x², xy, y². */
const terms = 6;
const leastCells = 16;
const rounds = 5;
/** Squared error, pixels, at which a cell counts half. */
const halfError = 2;
const mostBend = 24;

interface Plane {
  readonly across: Float64Array;
  readonly down: Float64Array;
}

function basis(x: number, y: number, side: number): readonly number[] {
  const [u, v] = [x / side - 0.5, y / side - 0.5];
  return [1, u, v, u * u, u * v, v * v];
}

const valueOf = (weights: Float64Array, values: readonly number[]): number =>
  values.reduce((sum, value, at) => sum + value * (weights[at] as number), 0);

/** Weighted least squares of both shifts on the basis. */
function fitPlane({ from, to }: Shifts, weights: readonly number[], side: number): Plane | undefined {
  const matrix = new Float64Array(terms * terms);
  const [across, down] = [new Float64Array(terms), new Float64Array(terms)];
  weights.forEach((weight, at) => {
    const [x, y] = [from[2 * at] as number, from[2 * at + 1] as number];
    const values = basis(x, y, side);
    const [dx, dy] = [(to[2 * at] as number) - x, (to[2 * at + 1] as number) - y];
    values.forEach((value, row) => {
      across[row] = (across[row] as number) + weight * value * dx;
      down[row] = (down[row] as number) + weight * value * dy;
      values.forEach((other, column) => {
        const place = row * terms + column;
        matrix[place] = (matrix[place] as number) + weight * value * other;
      });
    });
  });
  const [first, second] = [solveLinear(matrix, across), solveLinear(matrix, down)];
  return first === undefined || second === undefined ? undefined : { across: first, down: second };
}

function reweighted({ from, to, weights }: Shifts, plane: Plane, side: number): number[] {
  return weights.map((weight, at) => {
    const [x, y] = [from[2 * at] as number, from[2 * at + 1] as number];
    const values = basis(x, y, side);
    const errorX = x + valueOf(plane.across, values) - (to[2 * at] as number);
    const errorY = y + valueOf(plane.down, values) - (to[2 * at + 1] as number);
    return weight / (1 + (errorX * errorX + errorY * errorY) / halfError);
  });
}

/**
 * How the cells' best shifts bend the transform: paper held by hand is seen in perspective, and is not flat. Undefined
 * where too few cells say so.
 */
export function bendOf(comparison: LaidComparison): Bend | undefined {
  const shifts = shiftsOf(comparison);
  if (shifts.weights.length < leastCells) return undefined;
  const { width, height } = comparison.laid.reference.plane;
  const side = Math.max(width, height);
  let plane: Plane | undefined;
  let { weights }: { weights: readonly number[] } = shifts;
  for (let round = 0; round < rounds; round += 1) {
    plane = fitPlane(shifts, weights, side);
    if (plane === undefined) return undefined;
    weights = reweighted(shifts, plane, side);
  }
  const bent = plane;
  if (bent === undefined) return undefined;
  const { grid } = comparison.cells;
  const limit = (shift: number): number => Math.round(Math.max(-mostBend, Math.min(mostBend, shift)));
  return (cell) => {
    const x = (grid.left[cell % grid.columns] as number) + cellSide / 2;
    const y = (grid.top[Math.floor(cell / grid.columns)] as number) + cellSide / 2;
    const values = basis(x, y, side);
    return [limit(valueOf(bent.across, values)), limit(valueOf(bent.down, values))];
  };
}
