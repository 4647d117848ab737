import type { Gradients } from './gradients.ts';
import type { CellGrid } from './cell-grid.ts';
import { allocate, freeLayersFrom, layerKernels, layersEnd, memoryWords } from './layer-kernels.ts';
import type { Plane } from './plane.ts';

/** Shifts of a cell: the place of the first of them in the other picture, and how many there are. */
export interface ShiftRange {
  left: number;
  top: number;
  columns: number;
  rows: number;
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

/** Where the sums of a search are written, and what its correlations are counted with. */
export interface SearchRecords {
  /** Four sums a shift: products of x, products of y, squares of the other's x, of its y. */
  readonly sums: number;
  /** Four sums a shift, of the pixels that the other picture has: squares of x, of y, their number, and that again. */
  readonly known: number;
  /** What every energy is raised by, and what a shift by one pixel costs. */
  readonly floor: number;
  readonly cost: number;
}

/** Set in the kernel's answer where pixels of the other picture are missing at some of the shifts. */
const partial = 0x1_00_00;

/** A shift's number, of what `searchShifts` has found. */
export const shiftOf = (found: number): number => found & (partial - 1);

/** Whether pixels of the other picture are missing at some of the shifts. */
export const isPartial = (found: number): boolean => found >= partial;

/** A cell that is looked for: its place, the sum of its energies, and around where it is looked for. */
export interface SoughtCell {
  readonly left: number;
  readonly top: number;
  readonly centreX: number;
  readonly centreY: number;
  readonly own: number;
}

/** The shift at which a cell correlates best, for `shiftOf`; below 0 where none has half of the cell's pixels. */
export function searchShifts(
  { reference, other }: { readonly reference: Gradients; readonly other: Gradients },
  cell: SoughtCell,
  { shifts, records }: { readonly shifts: ShiftRange; readonly records: SearchRecords },
): number {
  return layerKernels().search(
    addressOf(reference.x, cell.left, cell.top),
    addressOf(reference.y, cell.left, cell.top),
    other.x.at,
    other.y.at,
    other.known?.at ?? 0,
    reference.x.stride,
    shifts.left,
    shifts.top,
    shifts.columns,
    shifts.rows,
    cell.centreX,
    cell.centreY,
    cell.own,
    records.floor,
    records.cost,
    records.sums,
    records.known,
  );
}

/** Energies of all cells of a grid, two each: squares of x, of y. */
export function cellEnergies({ x, y }: Gradients, { columns, rows, left, top }: CellGrid): Int32Array {
  const cells = columns * rows;
  if (cells === 0) return new Int32Array(0);
  const end = layersEnd();
  const to = allocate(2 * cells * sumBytes);
  const [lefts, tops] = [allocate(columns * sumBytes), allocate(rows * sumBytes)];
  const words = memoryWords();
  words.set(left, lefts / sumBytes);
  words.set(top, tops / sumBytes);
  layerKernels().energies(x.at, y.at, x.stride, lefts, tops, columns, rows, to);
  freeLayersFrom(end);
  return words.slice(to / sumBytes, to / sumBytes + 2 * cells);
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
