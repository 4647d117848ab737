import { cellSide } from './cell-grid.ts';
import { containCell, sumBytes, sumsBytes } from './cell-sums.ts';
import { gradientUnit } from './gradients.ts';
import { allocate, memoryWords, passing } from './layer-kernels.ts';
import type { CellMatches, GradientPair } from './search-cells.ts';

/** How much of each picture's content a cell of the other contains, −1…1, one entry a cell. */
export interface Containment {
  readonly reference: Float32Array;
  readonly other: Float32Array;
}

/** Gradient, in grey values, that every pixel has in the denominators. */
const floorGradient = 1;
const componentShare = 0.25;
/** A factor of 1 in the kernel's fixed point, as near as that comes. */
const unity = 32_767;

/** The share of own content that is common, of both axes or of the one where it is less. */
function containedShare(own: readonly [number, number], common: readonly [number, number], floor: number): number {
  const all = own[0] + own[1] + floor;
  const alone = (axis: 0 | 1): number =>
    own[axis] / all > componentShare ? common[axis] / (own[axis] + floor / 2) : 1;
  return Math.min((common[0] + common[1]) / all, alone(0), alone(1));
}

/**
 * What of one picture is still there in the other, edge by edge: text or a stamp laid over a copy leaves the original
 * contained, other content in its place does not.
 * @param gain  contrast of the other picture for one of the reference.
 */
export function containmentOf(matches: CellMatches, pair: GradientPair, gain: number): Containment {
  const { grid, inside, shiftX, shiftY } = matches;
  // Both are brought to the contrast of the fainter one, and so is the floor.
  const [factor, otherFactor] = [Math.min(1, gain), Math.min(1, 1 / gain)];
  const factors = { factor: Math.round(unity * factor), otherFactor: Math.round(unity * otherFactor) };
  const floor = floorGradient * gradientUnit * cellSide * cellSide * factor;
  const found = { reference: new Float32Array(inside.length), other: new Float32Array(inside.length) };
  passing(() => {
    const to = allocate(sumsBytes);
    for (let cell = 0; cell < inside.length; cell += 1) {
      if (inside[cell] === 0) continue;
      const [left, top] = [
        grid.left[cell % grid.columns] as number,
        grid.top[Math.floor(cell / grid.columns)] as number,
      ];
      const moved = { left: left + (shiftX[cell] as number), top: top + (shiftY[cell] as number), ...factors };
      containCell(pair, { left, top, to }, moved);
      const words = memoryWords();
      const sum = (part: number): number => words[to / sumBytes + part] as number;
      found.reference[cell] = containedShare([sum(0), sum(1)], [sum(4), sum(5)], floor);
      found.other[cell] = containedShare([sum(2), sum(3)], [sum(4), sum(5)], floor);
    }
  });
  return found;
}
