import { after, planeAt, withPlane } from './keypoint-kernels.ts';
import type { LumaPlane } from '../raster.ts';

/** Corners of one plane: integer positions and the segment test's score, all of the same length. */
export interface Corners {
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly score: Int32Array;
}

/** The 16 pixels of a circle of radius 3, clockwise from the top. */
const circle: readonly (readonly [number, number])[] = [
  [0, -3], [1, -3], [2, -2], [3, -1], [3, 0], [3, 1], [2, 2], [1, 3],
  [0, 3], [-1, 3], [-2, 2], [-3, 1], [-3, 0], [-3, -1], [-2, -2], [-1, -3],
]; // prettier-ignore
const arcLength = 9;
/** An arc may begin with any pixel, so the kernel goes on until the last one's arc is complete. */
const walk = [...circle, ...circle.slice(0, arcLength - 1)];

/** A score for every pixel, 0 for most, and the others' indices plus `planeAt` in reading order. */
interface Scored {
  readonly scores: Uint16Array;
  readonly addresses: Int32Array;
}

function scorePixels(plane: LumaPlane, { threshold, border }: { threshold: number; border: number }): Scored {
  const { width, height } = plane;
  const circleAt = after(planeAt, width * height);
  const scoresAt = after(circleAt, 4 * walk.length);
  const listAt = after(scoresAt, 2 * width * height);
  const { memory, scoreRow } = withPlane(plane, after(listAt, 4 * width * height));
  const scores = new Uint16Array(memory.buffer, scoresAt, width * height).fill(0);
  new Int32Array(memory.buffer, circleAt).set(walk.map(([dx, dy]) => dy * width + dx));
  let end = listAt;
  for (let y = border; y < height - border; y += 1) {
    const start = y * width + border;
    const last = planeAt + (y + 1) * width - border;
    end = scoreRow(planeAt + start, last, width, threshold, circleAt, scoresAt + 2 * start, end);
  }
  return { scores, addresses: new Int32Array(memory.buffer, listAt, (end - listAt) / 4) };
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

/** Loops, not `filter` and `map`: calling a function for each of thousands of candidates costs more than the test. */
function peaks({ scores, addresses }: Scored, width: number): Corners {
  const x = new Int32Array(addresses.length);
  const y = new Int32Array(addresses.length);
  const score = new Int32Array(addresses.length);
  let count = 0;
  for (let index = 0; index < addresses.length; index += 1) {
    const at = (addresses[index] as number) - planeAt;
    if (!isPeak(scores, at, width)) continue;
    x[count] = at % width;
    y[count] = Math.floor(at / width);
    score[count] = scores[at] as number;
    count += 1;
  }
  return { x: x.slice(0, count), y: y.slice(0, count), score: score.slice(0, count) };
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
  const none = new Int32Array(0);
  const isTooSmall = Math.min(plane.width, plane.height) <= 2 * options.border;
  return isTooSmall ? { x: none, y: none, score: none } : peaks(scorePixels(plane, options), plane.width);
}
