import type { LumaPlane, Raster } from '../raster.ts';
import { growTo } from '../web-assembly.ts';
import { rasterKernels, vectorMargin } from './raster-kernels.ts';

/** The same as `lumaOf`, for a moment: the bytes are overwritten when a picture is next worked on. */
export function passingLuma(raster: Raster): LumaPlane {
  const { width, height, data } = raster;
  const { memory, luma } = rasterKernels();
  const lumaAt = data.length + vectorMargin;
  growTo(memory, lumaAt + width * height + vectorMargin);
  new Uint8Array(memory.buffer).set(data);
  luma(0, lumaAt, width * height);
  return { width, height, data: new Uint8Array(memory.buffer, lumaAt, width * height) };
}

/**
 * Rec. 601 luma in 16-bit fixed point, rounded to nearest: (19595 red + 38470 green + 7471 blue + 32768) >> 16.
 * @source ITU-R BT.601-7, section 2.5.1.
 */
export function lumaOf(raster: Raster): LumaPlane {
  const plane = passingLuma(raster);
  return { ...plane, data: plane.data.slice() };
}
