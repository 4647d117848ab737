import type { Gradients } from './gradients.ts';
import { layerKernels, memoryWords } from './layer-kernels.ts';
import type { Plane } from './plane.ts';

/** Shifts of a cell: the place of the first of them in the other picture, and how many there are. */
export interface ShiftRange {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

const wordBytes = 2;
/** Most shifts in one call: ten pixels each way. */
const mostShifts = 441;
/** Sums a shift has. */
const sumsEach = 4;
export const sumBytes = 4;
export const sumsBytes: number = mostShifts * sumsEach * sumBytes;

const addressOf = ({ at, stride }: Plane, left: number, top: number): number => at + top * stride + left * wordBytes;

/** A cell's place, pixels, and where its sums are written. */
export interface SummedCell {
  readonly left: number;
  readonly top: number;
  readonly to: number;
}

/** Four sums a shift: products of x, products of y, squares of the other's x, of its y. */
export function correlateCell(
  { reference, other }: { readonly reference: Gradients; readonly other: Gradients },
  { left, top, to }: SummedCell,
  shifts: ShiftRange,
): void {
  const { columns, rows } = shifts;
  const [x, y] = [addressOf(reference.x, left, top), addressOf(reference.y, left, top)];
  const [otherX, otherY] = [addressOf(other.x, shifts.left, shifts.top), addressOf(other.y, shifts.left, shifts.top)];
  layerKernels().correlate(x, y, otherX, otherY, reference.x.stride, columns, rows, to);
}

/** Four sums a shift, of the pixels that the mask has: squares of x, of y, their number, and that again. */
export function knownCell(
  { reference, known }: { readonly reference: Gradients; readonly known: Plane },
  { left, top, to }: SummedCell,
  shifts: ShiftRange,
): void {
  const { columns, rows } = shifts;
  const [x, y] = [addressOf(reference.x, left, top), addressOf(reference.y, left, top)];
  layerKernels().known(x, y, addressOf(known, shifts.left, shifts.top), reference.x.stride, columns, rows, to);
}

/** Energies of a cell, x and y. */
export function cellEnergy(gradients: Gradients, cell: SummedCell): readonly [number, number] {
  const pair = { reference: gradients, other: gradients };
  correlateCell(pair, cell, { left: cell.left, top: cell.top, columns: 1, rows: 1 });
  const [words, at] = [memoryWords(), cell.to / sumBytes];
  return [words[at + 2] as number, words[at + 3] as number];
}

/** Whether a mask has all pixels of a window: what a picture covers is convex, so its corners tell. */
export function hasCorners(
  mask: Plane,
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
): boolean {
  const words = memoryWords();
  // A word holds the masks of two pixels.
  const isKnown = (x: number, y: number): boolean => {
    const at = addressOf(mask, x, y);
    return (((words[at >> 2] as number) >> (8 * (at & 2))) & 1) === 1;
  };
  const [right, bottom] = [left + width - 1, top + height - 1];
  return isKnown(left, top) && isKnown(right, top) && isKnown(left, bottom) && isKnown(right, bottom);
}

/** Sums of |x|, |y| of a cell, of the other's, and of what both have in common, x and y; see the kernel. */
export function containCell(
  { reference, other }: { readonly reference: Gradients; readonly other: Gradients },
  { left, top, to }: SummedCell,
  moved: { readonly left: number; readonly top: number; readonly factor: number; readonly otherFactor: number },
): void {
  const [x, y] = [addressOf(reference.x, left, top), addressOf(reference.y, left, top)];
  const [otherX, otherY] = [addressOf(other.x, moved.left, moved.top), addressOf(other.y, moved.left, moved.top)];
  const { factor, otherFactor } = moved;
  layerKernels().contain(x, y, otherX, otherY, reference.x.stride, factor, otherFactor, to);
}
