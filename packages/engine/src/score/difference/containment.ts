import { cellSide } from './cell-grid.ts';
import { containCell, sumBytes, sumsBytes } from './cell-sums.ts';
import { gradientUnit } from './gradients.ts';
import { allocate, freeLayersFrom, layersEnd, memoryWords } from './layer-kernels.ts';
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
  const across = own[0] / all > componentShare ? common[0] / (own[0] + floor / 2) : 1;
  const down = own[1] / all > componentShare ? common[1] / (own[1] + floor / 2) : 1;
  return Math.min((common[0] + common[1]) / all, across, down);
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
  const end = layersEnd();
  const to = allocate(sumsBytes);
  const [words, first] = [memoryWords(), to / sumBytes];
  for (let cell = 0; cell < inside.length; cell += 1) {
    if (inside[cell] === 0) continue;
    const left = grid.left[cell % grid.columns] as number;
    const top = grid.top[Math.floor(cell / grid.columns)] as number;
    const moved = { left: left + (shiftX[cell] as number), top: top + (shiftY[cell] as number), ...factors };
    containCell(pair, { left, top, to }, moved);
    const common = [words[first + 4] as number, words[first + 5] as number] as const;
    const own = [words[first] as number, words[first + 1] as number] as const;
    const others = [words[first + 2] as number, words[first + 3] as number] as const;
    found.reference[cell] = containedShare(own, common, floor);
    found.other[cell] = containedShare(others, common, floor);
  }
  freeLayersFrom(end);
  return found;
}
