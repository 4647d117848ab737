import { startModule } from '../web-assembly.ts';
import type { LinearMemory } from '../web-assembly.ts';
import { rasterKernels as compiled } from './generated/raster-kernels.ts';

/** Inner loops of `raster-kernels.wat`; all addresses and lengths are bytes of the memory unless said otherwise. */
export interface RasterKernels {
  readonly memory: LinearMemory;
  /** Weighted sum of `taps` rows of bytes as one row of floats. */
  blendRows(from: number, rowBytes: number, taps: number, weights: number, to: number): void;
  /** Weighted sums along a row of interleaved RGB floats: `count` pixels, times `scale`. */
  sampleRow(
    row: number,
    windows: number,
    windowBytes: number,
    count: number,
    to: number,
    pixelBytes: number,
    channelBytes: number,
    scale: number,
  ): void;
  /** Luma of `count` pixels of interleaved RGB. */
  luma(from: number, to: number, count: number): void;
  /** Means of 2 × 2 pixels of interleaved RGB: `count` of them from two rows. */
  halveRow(upper: number, lower: number, to: number, count: number): void;
}

/** The loops read and write whole vectors: this many bytes after every region are unused. */
export const vectorMargin = 64;

let shared: RasterKernels | undefined;

/** One instance a thread: a caller writes its input, runs, and copies its output out before anything else can run. */
export function rasterKernels(): RasterKernels {
  shared ??= startModule<RasterKernels>(compiled);
  return shared;
}
