import type { LumaPlane, Raster } from '../raster.ts';
import { growTo } from '../web-assembly.ts';
import { afterPlaced, placeRaster, rasterAt, rasterKernels, vectorMargin } from './raster-kernels.ts';
import type { PlacedRaster } from './raster-kernels.ts';

/** The luma of a placed raster, for a moment: the bytes are overwritten when something else is placed. */
export function placedLuma(placed: PlacedRaster): LumaPlane {
  const { width, height } = placed;
  const { memory, luma } = rasterKernels();
  const lumaAt = afterPlaced(placed);
  growTo(memory, lumaAt + width * height + vectorMargin);
  luma(rasterAt, lumaAt, width * height);
  return { width, height, data: new Uint8Array(memory.buffer, lumaAt, width * height) };
}

/**
 * Rec. 601 luma in 16-bit fixed point, rounded to nearest: (19595 red + 38470 green + 7471 blue + 32768) >> 16.
 * @source ITU-R BT.601-7, section 2.5.1.
 */
export function lumaOf(raster: Raster): LumaPlane {
  const plane = placedLuma(placeRaster(raster));
  return { ...plane, data: plane.data.slice() };
}
