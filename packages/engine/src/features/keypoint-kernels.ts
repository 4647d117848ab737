import { growTo, startModule } from '../web-assembly.ts';
import type { LinearMemory } from '../web-assembly.ts';
import { descriptorPixels, orientationSteps, patternRadius, turnedPattern } from './brief-pattern.ts';
import { keypointKernels as compiled } from './generated/keypoint-kernels.ts';
import type { LumaPlane } from '../raster.ts';

/** Inner loops of `keypoint-kernels.wat`, where each is described; addresses are bytes of the memory. */
export interface KeypointKernels {
  readonly memory: LinearMemory;
  shrinkRow(top: number, width: number, part: number, line: number, columns: number, count: number, to: number): void;
  smoothRun(from: number, to: number, count: number, step: number): void;
  scoreRow(
    at: number,
    end: number,
    width: number,
    threshold: number,
    circle: number,
    scores: number,
    list: number,
  ): number;
  gradients(list: number, count: number, width: number, to: number): void;
  moments(list: number, count: number, width: number, discs: number, to: number): void;
  offsets(columns: number, rows: number, count: number, width: number, to: number): void;
  describe(at: number, offsets: number, to: number): void;
}

/** The loops read and write whole vectors: this many bytes after every region are unused. */
const vectorMargin = 32;
const discRowBytes = 32;
const patternLength = orientationSteps * descriptorPixels;

/** Tables that every call shares, then what one call needs. */
export const discsAt = 0;
const columnsAt: number = (patternRadius + 1) * discRowBytes;
const rowsAt: number = columnsAt + patternLength;
/** The turned patterns as 16-bit offsets in a plane, `descriptorPixels` a step; see `useWidth`. */
export const offsetsAt: number = rowsAt + patternLength;
/** Where a call's plane lies. */
export const planeAt: number = offsetsAt + 2 * patternLength + vectorMargin;

/** For each row of the disc in which the orientation is measured: 255 for the columns inside, from −15 to 16. */
function discRows(): Uint8Array {
  const rows = new Uint8Array((patternRadius + 1) * discRowBytes);
  for (let row = 0; row <= patternRadius; row += 1) {
    const half = Math.round(Math.sqrt(patternRadius * patternRadius - row * row));
    const first = row * discRowBytes + patternRadius - half;
    rows.fill(255, first, first + 2 * half + 1);
  }
  return rows;
}

function start(): KeypointKernels {
  const kernels = startModule<KeypointKernels>(compiled);
  const bytes = new Uint8Array(kernels.memory.buffer);
  bytes.set(discRows(), discsAt);
  bytes.set(new Uint8Array(turnedPattern.columns.buffer), columnsAt);
  bytes.set(new Uint8Array(turnedPattern.rows.buffer), rowsAt);
  return kernels;
}

let shared: KeypointKernels | undefined;
let offsetsWidth = 0;

/** Where the next region may start after `bytes` from `at`. */
export const after = (at: number, bytes: number): number => Math.ceil((at + bytes + vectorMargin) / 16) * 16;

/**
 * Puts a plane at `planeAt`. One instance serves a thread: callers run and copy their output before anything else runs.
 * @param end  how much memory the caller needs in all, bytes.
 */
export function withPlane(plane: LumaPlane, end: number): KeypointKernels {
  shared ??= start();
  growTo(shared.memory, end);
  new Uint8Array(shared.memory.buffer).set(plane.data, planeAt);
  return shared;
}

/** Makes the offsets at `offsetsAt` those of planes of one width. */
export function useWidth({ offsets }: KeypointKernels, width: number): void {
  if (width !== offsetsWidth) offsets(columnsAt, rowsAt, patternLength, width, offsetsAt);
  offsetsWidth = width;
}
