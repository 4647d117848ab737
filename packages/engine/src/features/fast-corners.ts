import { after, afterPlane, keypointKernels, scoresAt } from './keypoint-kernels.ts';
import type { PlacedPlane } from './keypoint-kernels.ts';

/** Corners in the kernels' memory: 8 bytes each, [address in the plane, score], in reading order, until `end`. */
export interface FoundCorners {
  readonly at: number;
  readonly count: number;
  readonly end: number;
}

export const cornerBytes = 8;

interface CornerOptions {
  /** Least difference on the arc, 1–254. */
  readonly threshold: number;
  /** Margin in which no corner is sought, ≥ 4. */
  readonly border: number;
  /** Where what is found may lie; after the plane where it is absent. */
  readonly after?: number;
}

/**
 * FAST-9 corners after non-maximum suppression, in reading order: pixels of whose circle of radius 3 nine neighbouring
 * ones are all brighter, or all darker, by more than the threshold.
 * @param plane  both sides larger than twice the border, else no corner is found.
 * @source Rosten and Drummond, Machine learning for high-speed corner detection (2006), section 2; the score is the
 *         sum of absolute differences of section 4.1, over the whole circle.
 */
export function fastCorners(plane: PlacedPlane, { threshold, border, after: from }: CornerOptions): FoundCorners {
  const { at, width, height } = plane;
  const listAt = from ?? afterPlane(plane);
  if (Math.min(width, height) <= 2 * border) return { at: listAt, count: 0, end: listAt };
  const mostPixels = (width - 2 * border) * (height - 2 * border);
  const cornersAt = after(listAt, 4 * mostPixels);
  const kernels = keypointKernels(after(cornersAt, cornerBytes * mostPixels));
  const listEnd = kernels.scorePixels(at, width, height, border, threshold, scoresAt, listAt);
  if (listEnd === listAt) return { at: cornersAt, count: 0, end: cornersAt };
  const end = kernels.keepPeaks(listAt, listEnd, at, scoresAt, cornersAt);
  return { at: cornersAt, count: (end - cornersAt) / cornerBytes, end };
}
