import type { LumaPlane } from '../raster.ts';
import type { PictureTraits } from './feature-set.ts';
import { coarseColours, colourKernels, seenAt, sumsAt } from './colour-kernels.ts';
import { afterPlaced, rasterAt, vectorMargin } from './raster-kernels.ts';
import type { PlacedRaster } from './raster-kernels.ts';
import { growTo } from '../web-assembly.ts';

/** Rows or columns whose luma spans no more than this are a bar. */
const barTolerance = 12;

function contrastOf({ data }: LumaPlane, placed: PlacedRaster): number {
  const { memory, moments } = colourKernels();
  const isThere = data.buffer === memory.buffer;
  const at = isThere ? data.byteOffset : afterPlaced(placed);
  growTo(memory, at + data.length + vectorMargin);
  const bytes = new Uint8Array(memory.buffer, at);
  if (!isThere) bytes.set(data);
  bytes.fill(0, data.length, data.length + vectorMargin);
  moments(at, data.length, sumsAt);
  const [sum = 0, squares = 0] = new Float64Array(memory.buffer, sumsAt, 2);
  const mean = sum / data.length;
  return Math.sqrt(Math.max(0, squares / data.length - mean * mean));
}

function countColours({ width, height }: PlacedRaster): number {
  const { memory, countColours: count } = colourKernels();
  new Uint8Array(memory.buffer, seenAt, coarseColours).fill(0);
  return count(rasterAt, width * height);
}

/** A line of `count` pixels from `start`, `step` apart: its lowest and highest luma. */
function range(plane: LumaPlane, start: number, line: { step: number; count: number }): [number, number] {
  let low = 255;
  let high = 0;
  for (let index = 0; index < line.count; index += 1) {
    const value = plane.data[start + index * line.step] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** How many lines from one edge are one colour. */
function barDepth(plane: LumaPlane, edge: 'top' | 'bottom' | 'left' | 'right'): number {
  const { width, height } = plane;
  const across = edge === 'top' || edge === 'bottom';
  const line = across ? { step: 1, count: width } : { step: width, count: height };
  const total = across ? height : width;
  const stride = across ? width : 1;
  let low = 255;
  let high = 0;
  for (let depth = 0; depth < total; depth += 1) {
    const index = edge === 'top' || edge === 'left' ? depth : total - 1 - depth;
    const [lineLow, lineHigh] = range(plane, index * stride, line);
    low = Math.min(low, lineLow);
    high = Math.max(high, lineHigh);
    if (high - low > barTolerance) return depth;
  }
  return total;
}

/**
 * Share of the picture under letterbox or pillarbox bars: two opposite edges must have one, and something must remain. A
 * margin all round is no bar: it is a page's own, or the ground of a thing.
 */
function barShareOf(plane: LumaPlane): number {
  const top = barDepth(plane, 'top');
  if (top === plane.height) return 0;
  const vertical = [top, barDepth(plane, 'bottom')] as const;
  const horizontal = [barDepth(plane, 'left'), barDepth(plane, 'right')] as const;
  const rows = Math.min(...vertical) >= 2 ? vertical[0] + vertical[1] : 0;
  const columns = Math.min(...horizontal) >= 2 ? horizontal[0] + horizontal[1] : 0;
  return rows > 0 && columns > 0 ? 0 : Math.max(rows / plane.height, columns / plane.width);
}

/** Measures the traits of a placed raster; `plane` is its luma, there or elsewhere. */
export function pictureTraits(placed: PlacedRaster, plane: LumaPlane): PictureTraits {
  return { contrast: contrastOf(plane, placed), colours: countColours(placed), barShare: barShareOf(plane) };
}
