import { growTo, startModule } from '../web-assembly.ts';
import type { LinearMemory } from '../web-assembly.ts';
import type { Raster } from '../raster.ts';
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

/** What lies before this is not for rasters: tables and results of the kernels that share the memory. */
export const rasterAt: number = 256 * 1024;

let shared: RasterKernels | undefined;

/** One instance a thread: a caller writes its input, runs, and copies its output out before anything else can run. */
export function rasterKernels(): RasterKernels {
  shared ??= startModule<RasterKernels>(compiled);
  return shared;
}

/** A raster in the kernels' memory, at `rasterAt`, until something else is put there. */
export interface PlacedRaster {
  readonly width: number;
  readonly height: number;
  readonly turn: number;
}

let turns = 0;

/** Whoever writes from `rasterAt` on says so: what was placed there before is there no longer. */
export function useRasterMemory(): number {
  turns += 1;
  return turns;
}

/** Whether a raster is still where it was placed. */
export const isPlaced = ({ turn }: PlacedRaster): boolean => turn === turns;

/** Puts a raster into the memory. */
export function placeRaster({ width, height, data }: Raster): PlacedRaster {
  const { memory } = rasterKernels();
  growTo(memory, rasterAt + data.length + vectorMargin);
  new Uint8Array(memory.buffer).set(data, rasterAt);
  return { width, height, turn: useRasterMemory() };
}

/** The first address after a placed raster. */
export function afterPlaced(placed: PlacedRaster): number {
  if (!isPlaced(placed)) throw new Error('the raster was overwritten');
  return Math.ceil((rasterAt + 3 * placed.width * placed.height + vectorMargin) / 16) * 16;
}

/** Where an array lies in the memory. It is copied there unless it is a part of it, as what is made of a placed raster is. */
export function placedAt(array: Float32Array): number {
  const { memory } = rasterKernels();
  if (array.buffer === memory.buffer) return array.byteOffset;
  useRasterMemory();
  growTo(memory, rasterAt + array.byteLength + vectorMargin);
  new Float32Array(memory.buffer, rasterAt, array.length).set(array);
  return rasterAt;
}
