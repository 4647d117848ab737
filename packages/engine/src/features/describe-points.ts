import { descriptorWords, orientationSteps } from './brief-pattern.ts';
import { after, discsAt, keypointKernels, patternBytes, patternsAt } from './keypoint-kernels.ts';
import type { PlacedPlane } from './keypoint-kernels.ts';
import type { ChosenPoints } from './select-corners.ts';
import { smoothPlaced } from './smooth-luma.ts';

/** Directions from points, at least one, to the intensity centroids of the discs around them, radians. */
export function orientations({ at, count }: ChosenPoints): Float64Array {
  const momentsAt = after(at, 4 * count);
  const { memory, moments } = keypointKernels(after(momentsAt, 8 * count));
  moments(at, count, discsAt, momentsAt);
  const pairs = new Int32Array(memory.buffer, momentsAt, 2 * count);
  const angles = new Float64Array(count);
  for (let index = 0; index < count; index += 1)
    angles[index] = Math.atan2(pairs[2 * index + 1] as number, pairs[2 * index] as number);
  return angles;
}

/** The turned pattern for an orientation in radians. */
function patternStep(angle: number): number {
  const step = Math.round((angle * orientationSteps) / (2 * Math.PI));
  return (step + orientationSteps) % orientationSteps;
}

/** The 256 tests around each of some points of a plane, at least one, which is smoothed for them; eight words a point. */
export function describePoints(plane: PlacedPlane, { at, count }: ChosenPoints, angles: Float64Array): Uint32Array {
  const stepsAt = after(at, 4 * count);
  const wordsAt = after(stepsAt, 4 * count);
  const length = count * descriptorWords;
  const smooth = smoothPlaced(plane, after(wordsAt, 4 * length));
  const { memory, describe } = keypointKernels(0);
  const steps = new Int32Array(memory.buffer, stepsAt, count);
  for (let index = 0; index < count; index += 1)
    steps[index] = patternsAt + patternBytes * patternStep(angles[index] as number);
  describe(at, count, smooth.at - plane.at, stepsAt, wordsAt);
  return new Uint32Array(memory.buffer, wordsAt, length).slice();
}
