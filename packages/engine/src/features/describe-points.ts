import { descriptorPixels, descriptorWords, orientationSteps } from './brief-pattern.ts';
import { after, discsAt, offsetsAt, planeAt, useWidth, withPlane } from './keypoint-kernels.ts';
import type { LumaPlane } from '../raster.ts';
import { withSmoothPlane } from './smooth-luma.ts';

/** Directions from at least one point to the intensity centroids of the discs around them, radians. */
export function orientations(plane: LumaPlane, positions: Int32Array): Float64Array {
  const count = positions.length;
  const listAt = after(planeAt, plane.data.length);
  const momentsAt = after(listAt, 4 * count);
  const { memory, moments } = withPlane(plane, after(momentsAt, 8 * count));
  const list = new Int32Array(memory.buffer, listAt, count);
  for (let index = 0; index < count; index += 1) list[index] = planeAt + (positions[index] as number);
  moments(listAt, count, plane.width, discsAt, momentsAt);
  const pairs = new Int32Array(memory.buffer, momentsAt, 2 * count);
  return Float64Array.from({ length: count }, (_, index) =>
    Math.atan2(pairs[2 * index + 1] as number, pairs[2 * index] as number),
  );
}

/** The turned pattern for an orientation in radians. */
function patternStep(angle: number): number {
  const step = Math.round((angle * orientationSteps) / (2 * Math.PI));
  return (step + orientationSteps) % orientationSteps;
}

/** The 256 tests around each point of a plane, which is smoothed for them; eight words a point. */
export function describePoints(plane: LumaPlane, positions: Int32Array, angles: Float64Array): Uint32Array {
  const wordsAt = after(planeAt, plane.data.length);
  const length = positions.length * descriptorWords;
  const kernels = withSmoothPlane(plane, after(wordsAt, 4 * length));
  useWidth(kernels, plane.width);
  for (let index = 0; index < positions.length; index += 1) {
    const offsets = offsetsAt + 2 * descriptorPixels * patternStep(angles[index] as number);
    kernels.describe(planeAt + (positions[index] as number), offsets, wordsAt + 4 * descriptorWords * index);
  }
  return new Uint32Array(kernels.memory.buffer, wordsAt, length).slice();
}
