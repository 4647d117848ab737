import type { LumaPlane } from './luma.ts';

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

/** `longArc[mask]` is 1 when the 16-bit circle holds nine set bits in a row. */
const longArc: Uint8Array = Uint8Array.from({ length: 65_536 }, (_, mask) => {
  const doubled = mask | (mask << 16);
  let run = doubled;
  for (let step = 1; step < arcLength; step += 1) run &= doubled >>> step;
  return (run & 0xffff) === 0 ? 0 : 1;
});

/** The circle's offsets in one plane, the options, and where scores go. */
interface SegmentTest {
  readonly offsets: Int32Array;
  readonly threshold: number;
  readonly border: number;
  readonly scores: Int32Array;
}

/** Sum of how far the circle's pixels exceed the threshold, on the better side. 0 when the segment test fails. */
function cornerScore(data: Uint8Array, at: number, test: SegmentTest): number {
  const { offsets, threshold } = test;
  const centre = data[at] as number;
  let brighter = 0;
  let darker = 0;
  let brightSum = 0;
  let darkSum = 0;
  for (let step = 0; step < 16; step += 1) {
    const difference = (data[at + (offsets[step] as number)] as number) - centre;
    if (difference > threshold) {
      brighter |= 1 << step;
      brightSum += difference - threshold;
    } else if (difference < -threshold) {
      darker |= 1 << step;
      darkSum -= difference + threshold;
    }
  }
  const bright = longArc[brighter] === 1 ? brightSum : 0;
  const dark = longArc[darker] === 1 ? darkSum : 0;
  return bright > dark ? bright : dark;
}

/** An arc of nine covers at least two of the four compass points; most pixels fail that and go no further. */
function scoreRow(plane: LumaPlane, y: number, test: SegmentTest): void {
  const { width, data } = plane;
  const { offsets, threshold, border, scores } = test;
  const top = offsets[0] as number;
  const right = offsets[4] as number;
  for (let x = border; x < width - border; x += 1) {
    const at = y * width + x;
    const centre = data[at] as number;
    const high = centre + threshold;
    const low = centre - threshold;
    const north = data[at + top] as number;
    const south = data[at - top] as number;
    if (north <= high && north >= low && south <= high && south >= low) continue;
    const east = data[at + right] as number;
    const west = data[at - right] as number;
    if (east <= high && east >= low && west <= high && west >= low) continue;
    scores[at] = cornerScore(data, at, test);
  }
}

/** A corner survives when no neighbour scores higher; of equal neighbours the first in reading order wins. */
function isPeak(scores: Int32Array, at: number, width: number): boolean {
  const score = scores[at] as number;
  return (
    score > (scores[at - width - 1] as number) && score > (scores[at - width] as number) &&
    score > (scores[at - width + 1] as number) && score > (scores[at - 1] as number) &&
    score >= (scores[at + 1] as number) && score >= (scores[at + width - 1] as number) &&
    score >= (scores[at + width] as number) && score >= (scores[at + width + 1] as number)
  ); // prettier-ignore
}

/**
 * FAST-9 corners after non-maximum suppression, in reading order.
 * @param plane   both sides larger than twice the border, else no corner is found.
 * @param options threshold: least difference on the arc, 1–254; border ≥ 4: margin in which no corner is sought.
 * @source Rosten and Drummond, Machine learning for high-speed corner detection (2006), section 2; the score is the
 *         sum of absolute differences of section 4.1.
 */
export function fastCorners(plane: LumaPlane, options: { threshold: number; border: number }): Corners {
  const { width, height } = plane;
  const offsets = Int32Array.from(circle, ([dx, dy]) => dy * width + dx);
  const scores = new Int32Array(width * height);
  const test = { ...options, offsets, scores };
  for (let y = options.border; y < height - options.border; y += 1) scoreRow(plane, y, test);
  const found: number[] = [];
  for (let at = width * options.border; at < width * (height - options.border); at += 1) {
    if (scores[at] !== 0 && isPeak(scores, at, width)) found.push(at);
  }
  return {
    x: Int32Array.from(found, (at) => at % width),
    y: Int32Array.from(found, (at) => Math.floor(at / width)),
    score: Int32Array.from(found, (at) => scores[at] as number),
  };
}
