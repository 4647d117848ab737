import { squash } from '../../features/resample.ts';
import type { Raster } from '../../raster.ts';

/** A raster at another size, in whole levels. */
export function resized(raster: Raster, width: number, height: number): Raster {
  const values = squash(raster, width, height);
  const data = new Uint8Array(values.length);
  for (let at = 0; at < data.length; at += 1) data[at] = Math.round(values[at] as number);
  return { width, height, data };
}
