import { allocate, freeLayersFrom, layerKernels, layersEnd } from './layer-kernels.ts';
import { newPlane } from './plane.ts';
import type { Plane } from './plane.ts';

/** Gradients are kept in this many parts of a grey value: sums of their products are exact. */
export const gradientUnit = 8;

/** Central differences of a plane, over two pixels, in 1/8 of a grey value. */
export interface Gradients {
  readonly x: Plane;
  readonly y: Plane;
  /** Where this is 0, not −1, the gradients are 0 and mean nothing; absent, all are known. */
  readonly known?: Plane;
}

/** Rows of a frame, and of each the columns that are wanted: from … to, none where these are equal. */
export interface Spans {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Gradients of a plane; at an edge the edge itself stands in for what lies beyond. */
export function gradientsOf(plane: Plane): Gradients {
  const { at, stride, width, height } = plane;
  const [x, y] = [newPlane(width, height), newPlane(width, height)];
  layerKernels().gradients(at, 0, x.at, y.at, 0, stride, width, height, 0);
  return { x, y };
}

/** Gradients of a plane that is known only where `mask` is −1: they need all neighbours. In all rows, or in those that are wanted. */
export function knownGradients(plane: Plane, mask: Plane, spans?: Spans): Gradients {
  const { at, stride, width, height } = plane;
  const [x, y, known] = [newPlane(width, height), newPlane(width, height), newPlane(width, height)];
  const end = layersEnd();
  const wanted = spans === undefined ? 0 : writeWanted(spans);
  layerKernels().gradients(at, mask.at, x.at, y.at, known.at, stride, width, height, wanted);
  freeLayersFrom(end);
  return { x, y, known };
}

/** Writes for each row whether anything of it is wanted. @returns where */
function writeWanted({ from, to }: Spans): number {
  const at = allocate(from.length);
  const wanted = new Uint8Array(layerKernels().memory.buffer, at, from.length);
  for (let row = 0; row < from.length; row += 1) wanted[row] = to[row] === from[row] ? 0 : 1;
  return at;
}
