import type { Raster } from '../raster.ts';
import { networkSide } from './embedding-network.ts';
import { placeRaster } from './raster-kernels.ts';
import { placedPlanes } from './resample.ts';

/** A raster as the network reads it: squashed to a square, planar RGB, 0…1. */
export function networkInput(raster: Raster): Float32Array {
  return placedPlanes(placeRaster(raster), networkSide).slice();
}

/** Inputs that nobody reads any more. */
const spare: Float32Array[] = [];
/** More pictures than these are hardly ever analysed at once. */
const mostSpare = 2;

/** A copy in memory that is used again: .6 MB a picture outside of the heap would be collected every few pictures, with everything else marked. */
export function borrowCopy(planes: Float32Array): Float32Array {
  const copy = spare.pop() ?? new Float32Array(planes.length);
  copy.set(planes);
  return copy;
}

/** Gives an input back that neither the network nor anybody else reads any more. */
export function returnNetworkInput(input: Float32Array): void {
  if (spare.length < mostSpare) spare.push(input);
}
