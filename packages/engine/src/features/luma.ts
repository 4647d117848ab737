import type { Raster } from '../raster.ts';
import { growTo } from '../web-assembly.ts';
import { rasterKernels, vectorMargin } from './raster-kernels.ts';

/** An 8-bit grey plane, row-major. */
export interface LumaPlane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/**
 * Rec. 601 luma in 16-bit fixed point, rounded to nearest: (19595 red + 38470 green + 7471 blue + 32768) >> 16.
 * @source ITU-R BT.601-7, section 2.5.1.
 */
export function lumaOf(raster: Raster): LumaPlane {
  const { width, height, data } = raster;
  const { memory, luma } = rasterKernels();
  const lumaAt = data.length + vectorMargin;
  growTo(memory, lumaAt + width * height + vectorMargin);
  new Uint8Array(memory.buffer).set(data);
  luma(0, lumaAt, width * height);
  return { width, height, data: new Uint8Array(memory.buffer, lumaAt, width * height).slice() };
}

/** Shrinks a plane by bilinear sampling; meant for small steps (a factor below 2), where that does not alias visibly. */
export function shrinkLuma(plane: LumaPlane, width: number, height: number): LumaPlane {
  const result = new Uint8Array(width * height);
  const columns = new Int32Array(width);
  const columnParts = new Int32Array(width);
  for (let x = 0; x < width; x += 1) {
    const centre = Math.min(plane.width - 1, Math.max(0, ((x + 0.5) * plane.width) / width - 0.5));
    columns[x] = Math.min(plane.width - 2, Math.floor(centre));
    columnParts[x] = Math.round((centre - (columns[x] as number)) * 256);
  }
  for (let y = 0; y < height; y += 1) {
    const centre = Math.min(plane.height - 1, Math.max(0, ((y + 0.5) * plane.height) / height - 0.5));
    const top = Math.min(plane.height - 2, Math.floor(centre));
    const lower = Math.round((centre - top) * 256);
    const row = top * plane.width;
    for (let x = 0; x < width; x += 1) {
      const at = row + (columns[x] as number);
      const right = columnParts[x] as number;
      const upperValue = (plane.data[at] as number) * (256 - right) + (plane.data[at + 1] as number) * right;
      const below = at + plane.width;
      const lowerValue = (plane.data[below] as number) * (256 - right) + (plane.data[below + 1] as number) * right;
      result[y * width + x] = (upperValue * (256 - lower) + lowerValue * lower + 32_768) >>> 16;
    }
  }
  return { width, height, data: result };
}
