import { cellSide } from './cell-grid.ts';
import type { CellGrid } from './cell-grid.ts';
import type { LaidComparison } from './compare-laid.ts';
import { shiftsOf } from './refine.ts';
import type { Shifts } from './refine.ts';
import type { CellShifts } from './search-cells.ts';
import { solveLinear } from './solve-linear.ts';

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

/** Terms of all cells, one cell after the other. */
function basesOf({ from, weights }: Shifts, side: number): Float64Array {
  const bases = new Float64Array(terms * weights.length);
  for (let at = 0; at < weights.length; at += 1)
    bases.set(basis(from[2 * at] as number, from[2 * at + 1] as number, side), terms * at);
  return bases;
}

/** Value of a plane by a cell's terms, which begin at a place of all. */
function valueOf(plane: Float64Array, bases: ArrayLike<number>, begin = 0): number {
  let sum = 0;
  for (let at = 0; at < terms; at += 1) sum += (bases[begin + at] as number) * (plane[at] as number);
  return sum;
}

/** Weighted least squares of both shifts on the basis. */
function fitPlane({ from, to }: Shifts, weights: Float64Array, bases: Float64Array): Plane | undefined {
  const matrix = new Float64Array(terms * terms);
  const [across, down] = [new Float64Array(terms), new Float64Array(terms)];
  for (let at = 0; at < weights.length; at += 1) {
    const [x, y] = [from[2 * at] as number, from[2 * at + 1] as number];
    const begin = terms * at;
    const [dx, dy] = [(to[2 * at] as number) - x, (to[2 * at + 1] as number) - y];
    for (let row = 0; row < terms; row += 1) {
      const value = (weights[at] as number) * (bases[begin + row] as number);
      across[row] = (across[row] as number) + value * dx;
      down[row] = (down[row] as number) + value * dy;
      for (let column = 0; column < terms; column += 1) {
        const place = row * terms + column;
        matrix[place] = (matrix[place] as number) + value * (bases[begin + column] as number);
      }
    }
  }
  const [first, second] = [solveLinear(matrix, across), solveLinear(matrix, down)];
  return first === undefined || second === undefined ? undefined : { across: first, down: second };
}

function reweighted({ from, to, weights }: Shifts, plane: Plane, bases: Float64Array): Float64Array {
  const changed = new Float64Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    const [x, y] = [from[2 * at] as number, from[2 * at + 1] as number];
    const errorX = x + valueOf(plane.across, bases, terms * at) - (to[2 * at] as number);
    const errorY = y + valueOf(plane.down, bases, terms * at) - (to[2 * at + 1] as number);
    changed[at] = (weights[at] as number) / (1 + (errorX * errorX + errorY * errorY) / halfError);
  }
  return changed;
}

const limitShift = (shift: number): number => Math.round(Math.max(-mostBend, Math.min(mostBend, shift)));

/** Where the cells of a grid are expected on a bent plane. */
function shiftsOn({ across, down }: Plane, { columns, rows, left, top }: CellGrid, side: number): CellShifts {
  const bend = { x: new Int8Array(columns * rows), y: new Int8Array(columns * rows) };
  for (let cell = 0; cell < columns * rows; cell += 1) {
    const x = (left[cell % columns] as number) + cellSide / 2;
    const y = (top[Math.floor(cell / columns)] as number) + cellSide / 2;
    const values = basis(x, y, side);
    bend.x[cell] = limitShift(valueOf(across, values));
    bend.y[cell] = limitShift(valueOf(down, values));
  }
  return bend;
}

/**
 * How the cells' best shifts bend the transform, as where each cell is expected: paper held by hand is seen in
 * perspective, and is not flat. Undefined where too few cells say so.
 */
export function bendOf(comparison: LaidComparison): CellShifts | undefined {
  const shifts = shiftsOf(comparison);
  if (shifts.weights.length < leastCells) return undefined;
  const { width, height } = comparison.laid.reference.plane;
  const side = Math.max(width, height);
  const bases = basesOf(shifts, side);
  let plane: Plane | undefined;
  let weights: Float64Array = Float64Array.from(shifts.weights);
  for (let round = 0; round < rounds; round += 1) {
    plane = fitPlane(shifts, weights, bases);
    if (plane === undefined) return undefined;
    weights = reweighted(shifts, plane, bases);
  }
  return plane === undefined ? undefined : shiftsOn(plane, comparison.cells.grid, side);
}
