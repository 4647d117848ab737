import { growTo, startModule } from '../../web-assembly.ts';
import type { LinearMemory } from '../../web-assembly.ts';
import { planeKernels as compiled } from './generated/plane-kernels.ts';

/** Inner loops of `plane-kernels.wat` and its parts, where they are described; all addresses are bytes of the memory. */
export interface PlaneKernels {
  readonly memory: LinearMemory;
  blendRows(near: number, far: number, nearPart: number, farPart: number, to: number, count: number): void;
  spreadRow(from: number, to: number, count: number, bits: number, left: number, right: number): void;
  colourRow(
    luma: number,
    blueness: number,
    redness: number,
    red: number,
    green: number,
    blue: number,
    count: number,
  ): void;
  pairRows(upper: number, lower: number, to: number, count: number): void;
  shrinkPairs(from: number, stride: number, weights: number, pairs: number, to: number, count: number): void;
  turnToPairs(from: number, stride: number, columns: number, rows: number, to: number, pairBytes: number): void;
  turnToPixels(
    red: number,
    green: number,
    blue: number,
    stride: number,
    columns: number,
    rows: number,
    to: number,
    turned: number,
  ): void;
}

/** The loops read and write whole vectors: this many bytes after every region are unused. */
export const planeMargin = 64;

let shared: PlaneKernels | undefined;

/** One instance a thread: a caller writes its input, runs, and copies its output out before anything else can run. */
export function planeKernels(bytes: number): PlaneKernels {
  shared ??= startModule<PlaneKernels>(compiled);
  growTo(shared.memory, bytes);
  return shared;
}
