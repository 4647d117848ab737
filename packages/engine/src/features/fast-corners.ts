import { after, planeAt, withPlane } from './keypoint-kernels.ts';
import type { LumaPlane } from './luma.ts';

/** Corners of one plane: integer positions and the segment test's score, all of the same length. */
export interface Corners {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly score: Int32Array;
}

/** A score for every pixel, 0 for most, and the indices of the others in reading order. */
interface Scored {
  readonly scores: Uint16Array;
  readonly candidates: Int32Array;
}

function scorePixels(plane: LumaPlane, { threshold, border }: { threshold: number; border: number }): Scored {
  const { width, height } = plane;
  const scoresAt = after(planeAt, width * height);
  const listAt = after(scoresAt, 2 * width * height);
  const { memory, scoreRow } = withPlane(plane, after(listAt, 4 * width * height));
  const scores = new Uint16Array(memory.buffer, scoresAt, width * height).fill(0);
  let end = listAt;
  for (let y = border; y < height - border; y += 1) {
    const start = y * width + border;
    const last = planeAt + (y + 1) * width - border;
    end = scoreRow(planeAt + start, last, width, threshold, scoresAt + 2 * start, end);
  }
  return { scores, candidates: new Int32Array(memory.buffer, listAt, (end - listAt) / 4).map((at) => at - planeAt) };
}

/** A corner survives when no neighbour scores higher; of equal neighbours the first in reading order wins. */
function isPeak(scores: Uint16Array, at: number, width: number): boolean {
  const score = scores[at] as number;
  return (
    score > (scores[at - width - 1] as number) && score > (scores[at - width] as number) &&
    score > (scores[at - width + 1] as number) && score > (scores[at - 1] as number) &&
    score >= (scores[at + 1] as number) && score >= (scores[at + width - 1] as number) &&
    score >= (scores[at + width] as number) && score >= (scores[at + width + 1] as number)
  ); // prettier-ignore
}

/**
 * FAST-9 corners after non-maximum suppression, in reading order: pixels of whose circle of radius 3 nine neighbouring
 * ones are all brighter, or all darker, by more than the threshold.
 * @param plane   both sides larger than twice the border, else no corner is found.
 * @param options threshold: least difference on the arc, 1–254; border ≥ 4: margin in which no corner is sought.
 * @source Rosten and Drummond, Machine learning for high-speed corner detection (2006), section 2; the score is the
 *         sum of absolute differences of section 4.1, over the whole circle.
 */
export function fastCorners(plane: LumaPlane, options: { threshold: number; border: number }): Corners {
  const { width, height } = plane;
  const isTooSmall = Math.min(width, height) <= 2 * options.border;
  const none = new Int32Array(0);
  if (isTooSmall) return { x: none, y: none, score: none };
  const { scores, candidates } = scorePixels(plane, options);
  const found = candidates.filter((at) => isPeak(scores, at, width));
  return {
    x: found.map((at) => at % width),
    y: found.map((at) => Math.floor(at / width)),
    score: found.map((at) => scores[at] as number),
  };
}
