import { after, keypointKernels, planeStride } from './keypoint-kernels.ts';
import type { PlacedPlane } from './keypoint-kernels.ts';

/**
 * Smooths a plane before descriptor tests, which compare single pixels: a Gaussian of standard deviation 2 over seven
 * pixels each way, (56, 49, 33, 18) / 256 from the centre outwards, rounded after each pass. Three pixels along the edge
 * are smoothed one way or not at all.
 * @param plane  both sides at least 14 px.
 * @param from   where the smooth plane may lie.
 */
export function smoothPlaced(plane: PlacedPlane, from: number): PlacedPlane {
  const bytes = planeStride * plane.height;
  const rowsAt = after(from, bytes);
  const { smooth } = keypointKernels(after(rowsAt, bytes));
  smooth(plane.at, plane.width, plane.height, rowsAt, from);
  return { ...plane, at: from };
}
