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
function containedShare(sums: ContentSums, commonX: number, commonY: number): number {
  const { x, y, floor } = sums;
  const all = x + y + floor;
  const across = x / all > componentShare ? commonX / (x + floor / 2) : 1;
  const down = y / all > componentShare ? commonY / (y + floor / 2) : 1;
  return Math.min((commonX + commonY) / all, across, down);
}

/** A picture's content in a cell along both axes, and what is added to each; one serves all cells. */
interface ContentSums {
  x: number;
  y: number;
  readonly floor: number;
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
  const sums: ContentSums = { x: 0, y: 0, floor };
  const end = layersEnd();
  const to = allocate(sumsBytes);
  const [words, first] = [memoryWords(), to / sumBytes];
  for (let cell = 0; cell < inside.length; cell += 1) {
    if (inside[cell] === 0) continue;
    const left = grid.left[cell % grid.columns] as number;
    const top = grid.top[Math.floor(cell / grid.columns)] as number;
    const moved = { left: left + (shiftX[cell] as number), top: top + (shiftY[cell] as number), ...factors };
    containCell(pair, { left, top, to }, moved);
    const [commonX, commonY] = [words[first + 4] as number, words[first + 5] as number];
    sums.x = words[first] as number;
    sums.y = words[first + 1] as number;
    found.reference[cell] = containedShare(sums, commonX, commonY);
    sums.x = words[first + 2] as number;
    sums.y = words[first + 3] as number;
    found.other[cell] = containedShare(sums, commonX, commonY);
  }
  freeLayersFrom(end);
  return found;
}
