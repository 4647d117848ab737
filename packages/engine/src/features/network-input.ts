import type { Raster } from '../raster.ts';
import { networkSide } from './embedding-network.ts';
import { squashToPlanes } from './resample.ts';

/** A raster as the network reads it: squashed to a square, planar RGB, 0…1. */
export function networkInput(raster: Raster): Float32Array {
  return squashToPlanes(raster, networkSide);
}
