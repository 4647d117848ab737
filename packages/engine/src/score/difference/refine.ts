import { compose, determinantOf, inverseAffine, stretch } from './affine.ts';
import type { Affine } from './affine.ts';
import { cellSide } from './cell-grid.ts';
import type { LaidComparison } from './compare-laid.ts';
import { fitAffine } from './fit-affine.ts';

const leastCorrelation = 0.5;
const leastWeight = 0.05;
const leastCells = 6;
const rounds = 6;
/** Squared error, pixels, at which a cell counts half. */
const halfError = 1.5;
const mostChange = 1.4;

/** Where cells lie, x and y in turn, where they lie best, and how much that is worth. */
export interface Shifts {
  readonly from: number[];
  readonly to: number[];
  readonly weights: number[];
}

/** The best shifts of cells that agree well enough to tell. */
export function shiftsOf({ cells, weights, otherWeights }: LaidComparison): Shifts {
  const { grid, inside, joint, shiftX, shiftY } = cells;
  const shifts: Shifts = { from: [], to: [], weights: [] };
  for (let cell = 0; cell < inside.length; cell += 1) {
    if (inside[cell] === 0) continue;
    const content = Math.min(weights[cell] as number, otherWeights[cell] as number);
    const weight = Math.max(0, (joint[cell] as number) - leastCorrelation) * content;
    if (weight <= leastWeight) continue;
    const x = (grid.left[cell % grid.columns] as number) + cellSide / 2;
    const y = (grid.top[Math.floor(cell / grid.columns)] as number) + cellSide / 2;
    shifts.from.push(x, y);
    shifts.to.push(x + (shiftX[cell] as number), y + (shiftY[cell] as number));
    shifts.weights.push(weight);
  }
  return shifts;
}

/** Fits again and again, each point the less the farther it lies off. */
function fitRobustly({ from, to, weights }: Shifts): Affine | undefined {
  let current: ArrayLike<number> = weights;
  let fitted: Affine | undefined;
  for (let round = 0; round < rounds; round += 1) {
    fitted = fitAffine({ from, to, weights: current });
    if (fitted === undefined) return undefined;
    current = reweighted({ from, to, weights }, fitted);
  }
  return fitted;
}

/** Each weight the less, the farther a transform takes its cell from where it lies best. */
function reweighted({ from, to, weights }: Shifts, [a, b, c, d, e, f]: Affine): Float64Array {
  const changed = new Float64Array(weights.length);
  for (let at = 0; at < weights.length; at += 1) {
    const [x, y] = [from[2 * at] as number, from[2 * at + 1] as number];
    const errorX = a * x + b * y + c - (to[2 * at] as number);
    const errorY = d * x + e * y + f - (to[2 * at + 1] as number);
    changed[at] = (weights[at] as number) / (1 + (errorX * errorX + errorY * errorY) / halfError);
  }
  return changed;
}

/** The transform from the first picture to the second after the cells' best shifts; the one there was, where they say too little. */
export function refined(comparison: LaidComparison): Affine {
  const { toSecond, laid, isFirstReference } = comparison;
  const shifts = shiftsOf(comparison);
  if (shifts.weights.length < leastCells) return toSecond;
  const moved = fitRobustly(shifts);
  if (moved === undefined) return toSecond;
  const area = determinantOf(moved);
  if (!(area > 1 / mostChange && area < mostChange)) return toSecond;
  const [across, down] = [laid.reference.plane.width, laid.reference.plane.height];
  const full = laid.size;
  const toLevel = stretch(across / full.width, down / full.height);
  const toFull = stretch(full.width / across, full.height / down);
  const toOther = compose(laid.toOther, compose(toFull, compose(moved, toLevel)));
  return isFirstReference ? toOther : inverseAffine(toOther);
}
