import { after, planeAt, withPlane } from './keypoint-kernels.ts';
import type { LumaPlane } from '../raster.ts';
import type { KeypointKernels } from './keypoint-kernels.ts';

/** Pixels that the filter reaches on each side. */
const reach = 3;

/**
 * Smooths a plane before descriptor tests, which compare single pixels: a Gaussian of standard deviation 2 over seven
 * pixels each way, (56, 49, 33, 18) / 256 from the centre outwards, rounded after each pass. Three pixels along the edge
 * are smoothed one way or not at all; no descriptor reaches what that changes.
 * @param plane  both sides at least 14 px.
 * @param end    how much memory the caller needs in all, bytes.
 * @returns      kernels in whose memory the smooth plane lies at `planeAt`.
 */
export function withSmoothPlane({ width, height, data }: LumaPlane, end: number): KeypointKernels {
  const rowsAt = after(planeAt, data.length);
  const kernels = withPlane({ width, height, data }, Math.max(end, after(rowsAt, data.length)));
  const { memory, smoothRun } = kernels;
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(data, rowsAt);
  for (let y = 0; y < height; y += 1) {
    const start = y * width + reach;
    smoothRun(planeAt + start, rowsAt + start, width - 2 * reach, 1);
  }
  bytes.copyWithin(planeAt, rowsAt, rowsAt + data.length);
  smoothRun(rowsAt + reach * width, planeAt + reach * width, (height - 2 * reach) * width, width);
  return kernels;
}
