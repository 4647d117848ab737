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
  /** 1 looks for an arc brighter than the centre, −1 for a darker one. */
  readonly sign: 1 | -1;
}

/** Sum of how far the circle's pixels exceed the threshold on the test's side; 0 when no arc of nine does. */
function arcScore(data: Uint8Array, at: number, test: SegmentTest): number {
  const { offsets, threshold, sign } = test;
  const limit = sign * (data[at] as number) + threshold;
  let mask = 0;
  let sum = 0;
  for (let step = 0; step < 16; step += 1) {
    const excess = sign * (data[at + (offsets[step] as number)] as number) - limit;
    if (excess <= 0) continue;
    mask |= 1 << step;
    sum += excess;
  }
  return longArc[mask] === 1 ? sum : 0;
}

/** An arc of nine covers at least two neighbouring compass points; most pixels fail that and go no further. */
function scoreRow(plane: LumaPlane, y: number, test: SegmentTest): void {
  const { width, data } = plane;
  const { threshold, border, scores } = test;
  const darker: SegmentTest = { ...test, sign: -1 };
  const top = test.offsets[0] as number;
  const right = test.offsets[4] as number;
  for (let at = y * width + border; at < (y + 1) * width - border; at += 1) {
    const centre = data[at] as number;
    const high = centre + threshold;
    const low = centre - threshold;
    const north = data[at + top] as number;
    const south = data[at - top] as number;
    const east = data[at + right] as number;
    const west = data[at - right] as number;
    let score = 0;
    if ((north > high || south > high) && (east > high || west > high)) score = arcScore(data, at, test);
    if (score === 0 && (north < low || south < low) && (east < low || west < low)) score = arcScore(data, at, darker);
    scores[at] = score;
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
  const test: SegmentTest = { ...options, offsets, scores, sign: 1 };
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
