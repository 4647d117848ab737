import type { Raster } from '../raster.ts';
import { networkSide } from './embedding-network.ts';
import { squash } from './resample.ts';

/** A raster as the network reads it: squashed to a square, planar RGB, 0…1. */
export function networkInput(raster: Raster): Float32Array {
  const interleaved = squash(raster, networkSide, networkSide);
  const plane = networkSide * networkSide;
  const planar = new Float32Array(3 * plane);
  let from = 0;
  for (let at = 0; at < plane; at += 1) {
    planar[at] = (interleaved[from] as number) / 255;
    planar[plane + at] = (interleaved[from + 1] as number) / 255;
    planar[2 * plane + at] = (interleaved[from + 2] as number) / 255;
    from += 3;
  }
  return planar;
}
