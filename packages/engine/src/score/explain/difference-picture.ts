import { squash } from '../../features/resample.ts';
import type { Raster } from '../../raster.ts';
import { applyAffine, inverseAffine } from '../difference/affine.ts';
import { cellStates } from '../difference/difference-evidence.ts';
import type { DifferenceCells, DifferenceEvidence } from '../difference/difference-evidence.ts';

/** Long side of the picture that is made. */
const sidePx = 480;
/** Differences of tone, of 255, from which on a place begins to show red, and from which on it is red. */
const faint = 24;
const plain = 96;
const red = [200, 30, 40] as const;
/** What lies outside the other picture. */
const outside = 236;

type Pixel = readonly [number, number, number];

/** A picture made so small that its pixels are about those of the result: hairlines become grey, not noise. */
function shrunk(raster: Raster): Raster {
  const scale = Math.min(1, sidePx / Math.max(raster.width, raster.height));
  if (scale === 1) return raster;
  const width = Math.max(1, Math.round(raster.width * scale));
  const height = Math.max(1, Math.round(raster.height * scale));
  return { width, height, data: Uint8Array.from(squash(raster, width, height), Math.round) };
}

interface Other {
  readonly raster: Raster;
  readonly inverted: boolean;
}

function pixelAt({ raster, inverted }: Other, column: number, row: number): Pixel | undefined {
  const { width, height, data } = raster;
  if (column < 0 || row < 0 || column >= width || row >= height) return undefined;
  const at = (row * width + column) * 3;
  const tone = (channel: number): number => (inverted ? 255 - (data[at + channel] ?? 0) : (data[at + channel] ?? 0));
  return [tone(0), tone(1), tone(2)];
}

/** Offsets within which the same thing may lie: no registration is exact to the pixel. */
const around = [0, -1, 1].flatMap((down) => [0, -1, 1].map((across) => [across, down] as const));

/** Pixels of the other picture at and around a position in shares; none outside. */
function pixelsAround(other: Other, [x, y]: readonly [number, number]): Pixel[] {
  const { width, height } = other.raster;
  const [column, row] = [Math.floor(x * width), Math.floor(y * height)];
  if (pixelAt(other, column, row) === undefined) return [];
  const found = around.map(([across, down]) => pixelAt(other, column + across, row + down));
  return found.filter((pixel) => pixel !== undefined);
}

const lumaOf = ([r, g, b]: readonly [number, number, number]): number => 0.299 * r + 0.587 * g + 0.114 * b;

type TonePair = readonly [from: number, to: number];
type ToneMap = (tone: number) => number;

/** Differences of tone, of 255, up to which a pixel is kept for the next line, round by round, and up to which it speaks for one. */
const mostOff = [96, 64, 48, 48];
const near = 16;
const leastPixels = 16;

/** The straight line of least squares. */
function lineThrough(pairs: readonly TonePair[]): ToneMap {
  const count = Math.max(1, pairs.length);
  const meanFrom = pairs.reduce((sum, [from]) => sum + from, 0) / count;
  const meanTo = pairs.reduce((sum, [, to]) => sum + to, 0) / count;
  const both = pairs.reduce((sum, [from, to]) => sum + (from - meanFrom) * (to - meanTo), 0);
  const alone = pairs.reduce((sum, [from]) => sum + (from - meanFrom) ** 2, 0);
  // Pictures with nothing in common have no line: their tones stay.
  const gain = alone === 0 || both < 0.3 * alone ? 1 : Math.min(3, both / alone);
  const offset = gain === 1 ? 0 : meanTo - gain * meanFrom;
  return (tone) => gain * tone + offset;
}

const within = (pairs: readonly TonePair[], line: ToneMap, most: number): TonePair[] =>
  pairs.filter(([from, to]) => Math.abs(line(from) - to) <= most);

/** The line again and again, each time through what lies near the last one. */
function refined(pairs: readonly TonePair[], start: ToneMap): ToneMap {
  let line = start;
  for (const most of mostOff) {
    const kept = within(pairs, line, most);
    if (kept.length < leastPixels) return line;
    line = lineThrough(kept);
  }
  return line;
}

/**
 * The straight line that makes the tones of one picture those of the other: scans are paler, screens brighter. Cells that agree may
 * reach into a place that does not, so of the lines that begin as the tones are and through all of them the one that more pixels fit.
 */
function fitTones(pairs: readonly TonePair[]): ToneMap {
  const [asTheyAre, all] = [refined(pairs, (tone) => tone), refined(pairs, lineThrough(pairs))];
  return within(pairs, all, near).length > within(pairs, asTheyAre, near).length ? all : asTheyAre;
}

/** Whether a position lies in a cell that agrees: only such places say how tones changed. */
function isAgreed({ columns, rows, left, top, right, bottom, states }: DifferenceCells, x: number, y: number): boolean {
  const column = Math.floor(((x - left) / (right - left)) * columns);
  const row = Math.floor(((y - top) / (bottom - top)) * rows);
  if (column < 0 || row < 0 || column >= columns || row >= rows) return false;
  return cellStates[states[row * columns + column] ?? 0] === 'agrees';
}

/** Pale grey of the picture itself, towards red by how far the other one differs there and around. */
function paint(own: Pixel, others: readonly Pixel[], tones: (tone: number) => number): Pixel {
  if (others.length === 0) return [outside, outside, outside];
  const grey = 255 - 0.4 * (255 - lumaOf(own));
  const farthest = (other: Pixel): number =>
    Math.max(...own.map((value, channel) => Math.abs(value - tones(other[channel] ?? 0))));
  const distance = Math.min(...others.map(farthest));
  const share = Math.min(1, Math.max(0, (distance - faint) / (plain - faint)));
  const towards = (channel: 0 | 1 | 2): number => Math.round(grey + share * (red[channel] - grey));
  return [towards(0), towards(1), towards(2)];
}

/**
 * Lays one picture over the other and paints what differs: the picture that has the grid in pale grey, red where the
 * other one has another tone or colour after the best change of all tones at once, flat grey where it does not reach.
 *
 * @param first, second  the compared views, at any size.
 * @returns              at most 480 px a side, in the shape of the picture that has the grid.
 */
export function differencePicture(
  first: Raster,
  second: Raster,
  { cells, registration }: Pick<DifferenceEvidence, 'cells' | 'registration'>,
): Raster {
  const isFirst = cells.of === 'first';
  const own = shrunk(isFirst ? first : second);
  const other: Other = { raster: shrunk(isFirst ? second : first), inverted: registration.inverted };
  const map = isFirst ? registration.toSecond : inverseAffine(registration.toSecond);
  const { width, height } = own;
  const laid = Array.from({ length: width * height }, (_, at) => {
    const place = [((at % width) + 0.5) / width, (Math.floor(at / width) + 0.5) / height] as const;
    const pixel = pixelAt({ raster: own, inverted: false }, at % width, Math.floor(at / width)) ?? [0, 0, 0];
    return { place, pixel, others: pixelsAround(other, applyAffine(map, place)) };
  });
  const tones = fitTones(
    laid.flatMap(({ place, pixel, others: [middle] }) =>
      middle === undefined || !isAgreed(cells, ...place) ? [] : [[lumaOf(middle), lumaOf(pixel)] as const],
    ),
  );
  return { width, height, data: Uint8Array.from(laid.flatMap(({ pixel, others }) => paint(pixel, others, tones))) };
}
