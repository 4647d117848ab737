import type { Raster } from '../raster.ts';
import { networkSide } from './embedding-network.ts';
import { squashToPlanes } from './resample.ts';

/** A raster as the network reads it: squashed to a square, planar RGB, 0…1. @param into takes it; a new array where it is absent */
export function networkInput(raster: Raster, into?: Float32Array): Float32Array {
  return squashToPlanes(raster, networkSide, into);
}

/** Inputs that nobody reads any more. */
const spare: Float32Array[] = [];
/** More pictures than these are hardly ever analysed at once. */
const mostSpare = 2;

/** The same in memory that is used again: .6 MB a picture outside of the heap would be collected every few pictures, with everything else marked. */
export function borrowNetworkInput(raster: Raster): Float32Array {
  return networkInput(raster, spare.pop());
}

/** Gives an input back that neither the network nor anybody else reads any more. */
export function returnNetworkInput(input: Float32Array): void {
  if (spare.length < mostSpare) spare.push(input);
}
