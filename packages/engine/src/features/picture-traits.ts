import type { Raster } from '../raster.ts';
import type { PictureTraits } from './feature-set.ts';
import type { LumaPlane } from './luma.ts';

/** Rows or columns whose luma spans no more than this are a bar. */
const barTolerance = 12;

function contrastOf(plane: LumaPlane): number {
  let sum = 0;
  let squares = 0;
  for (const value of plane.data) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / plane.data.length;
  return Math.sqrt(Math.max(0, squares / plane.data.length - mean * mean));
}

function countColours(raster: Raster): number {
  const seen = new Uint8Array(32_768);
  let count = 0;
  const { data } = raster;
  for (let at = 0; at < data.length; at += 3) {
    const colour =
      (((data[at] as number) >> 3) << 10) | (((data[at + 1] as number) >> 3) << 5) | ((data[at + 2] as number) >> 3);
    if (seen[colour] === 1) continue;
    seen[colour] = 1;
    count += 1;
  }
  return count;
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

/** Share of the picture under letterbox or pillarbox bars: both opposite edges must have one, and something must remain. */
function barShareOf(plane: LumaPlane): number {
  const top = barDepth(plane, 'top');
  if (top === plane.height) return 0;
  const vertical = [top, barDepth(plane, 'bottom')] as const;
  const horizontal = [barDepth(plane, 'left'), barDepth(plane, 'right')] as const;
  const rows = Math.min(...vertical) >= 2 ? vertical[0] + vertical[1] : 0;
  const columns = Math.min(...horizontal) >= 2 ? horizontal[0] + horizontal[1] : 0;
  return 1 - (1 - rows / plane.height) * (1 - columns / plane.width);
}

/** Measures the traits of a raster; `plane` is its luma. */
export function pictureTraits(raster: Raster, plane: LumaPlane): PictureTraits {
  return { contrast: contrastOf(plane), colours: countColours(raster), barShare: barShareOf(plane) };
}
