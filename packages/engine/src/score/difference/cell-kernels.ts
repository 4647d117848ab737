import { growTo, startModule, type LinearMemory } from '../../web-assembly.ts';
import { cellKernels as compiled } from './generated/cell-kernels.ts';
import type { Gradients } from './gradients.ts';

/** Inner loops of `scripts/cell-kernels.wat`, where each is described; addresses are bytes of the memory. */
interface CellKernels {
  readonly memory: LinearMemory;
  correlate(
    ...args: readonly [
      x: number,
      y: number,
      otherX: number,
      otherY: number,
      stride: number,
      columns: number,
      rows: number,
      to: number,
    ]
  ): void;
  known(
    ...args: readonly [x: number, y: number, mask: number, stride: number, columns: number, rows: number, to: number]
  ): void;
}

const wordBytes = 2;
/** Bytes of one shift's record: four sums of 32 bits. */
const recordBytes = 16;
const mostShifts = 441;

let shared: CellKernels | undefined;

/** Shifts of a cell: the place of the first of them in the other picture, and how many there are. */
export interface ShiftRange {
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
}

/** Gives the sums of a cell over a range of shifts, 21 × 21 at most. */
export interface CellSums {
  /** Four sums a shift: products of x, products of y, squares of the other's x, of its y. Valid until the next call. */
  readonly correlate: (left: number, top: number, shifts: ShiftRange) => Int32Array;
  /** Four sums a shift, of the pixels that the other picture has: squares of x, of y, their number, and that again. */
  readonly known: (left: number, top: number, shifts: ShiftRange) => Int32Array;
}

/**
 * Puts two planes of one size where the kernels find them. One instance serves a thread: sums are to be taken before
 * other planes are put there.
 */
export function cellSums(reference: Gradients, other: Gradients): CellSums {
  shared ??= startModule<CellKernels>(compiled);
  const kernels = shared;
  const { width } = reference;
  const planeBytes = Math.ceil((reference.x.byteLength + 32) / 16) * 16;
  const [y, otherX, otherY, mask, to] = [1, 2, 3, 4, 5].map((count) => count * planeBytes) as [
    number,
    number,
    number,
    number,
    number,
  ];
  growTo(kernels.memory, to + mostShifts * recordBytes);
  const words = new Int16Array(kernels.memory.buffer);
  words.set(reference.x, 0);
  words.set(reference.y, y / wordBytes);
  words.set(other.x, otherX / wordBytes);
  words.set(other.y, otherY / wordBytes);
  if (other.valid !== undefined) words.set(other.valid, mask / wordBytes);
  const stride = width * wordBytes;
  const at = (left: number, top: number): number => (top * width + left) * wordBytes;
  const out = new Int32Array(kernels.memory.buffer, to, (mostShifts * recordBytes) / 4);
  return {
    correlate: (left, top, { columns, rows, ...first }) => {
      const [from, moved] = [at(left, top), at(first.left, first.top)];
      kernels.correlate(from, y + from, otherX + moved, otherY + moved, stride, columns, rows, to);
      return out;
    },
    known: (left, top, { columns, rows, ...first }) => {
      const from = at(left, top);
      kernels.known(from, y + from, mask + at(first.left, first.top), stride, columns, rows, to);
      return out;
    },
  };
}
