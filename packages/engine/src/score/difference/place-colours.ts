import type { Raster } from '../../raster.ts';
import type { DetailedPicture } from './level.ts';

/** Means of a picture's places, row-major. */
export interface Means {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Mean luma and chroma. */
export type ColourPlanes = readonly [luma: Means, blue: Means, red: Means];

/** So many pixels across a place, and down it, are looked at. */
const samplesAcross = 3;
const farthestSamples = 4;

/** Where each of so many parts of a side begins, in pixels; and where the last one ends. */
function columnStarts(width: number, across: number): Int32Array {
  const starts = new Int32Array(across + 1);
  for (let column = 0; column <= across; column += 1) starts[column] = Math.ceil((column * width) / across);
  return starts;
}

/** How many of the rows that are looked at lie in the parts before each; and in all of them. */
function rowStarts(height: number, down: number, step: number): Int32Array {
  const starts = new Int32Array(down + 1);
  for (let sample = 0; sample * step < height; sample += 1)
    starts[Math.floor(((sample * step + 0.5) * down) / height) + 1] = sample + 1;

  for (let row = 1; row <= down; row += 1) starts[row] = Math.max(starts[row] as number, starts[row - 1] as number);
  return starts;
}

/** Samples of one place: where they begin, bytes from one to the next and from one row to the next, how many of both; and where sums go. */
interface PlaceSamples {
  readonly start: number;
  readonly place: number;
  readonly columns: number;
  readonly rows: number;
  readonly stepBytes: number;
  readonly lineBytes: number;
}

/** Writes the sums of the channels of one place, and how many samples it has; a function of its own, so that it is compiled once. */
function sumPlace(data: Uint8Array, samples: PlaceSamples, sums: Float64Array): void {
  const { columns, rows, stepBytes, lineBytes, start, place } = samples;
  let red = 0;
  let green = 0;
  let blue = 0;
  for (let row = 0; row < rows; row += 1) {
    const from = start + row * lineBytes;
    const end = from + columns * stepBytes;
    for (let at = from; at < end; at += stepBytes) {
      red += data[at] as number;
      green += data[at + 1] as number;
      blue += data[at + 2] as number;
    }
  }
  sums[place] = red;
  sums[place + 1] = green;
  sums[place + 2] = blue;
  sums[place + 3] = columns * rows;
}

/** Sums of the three channels over the areas of a smaller grid, by whole pixels, and how many were looked at. */
function channelSums({ width, height, data }: Raster, across: number, down: number): Float64Array {
  const sums = new Float64Array(4 * across * down);
  const pixels = Math.min(width / across, height / down);
  const step = Math.min(farthestSamples, Math.max(1, Math.floor(pixels / samplesAcross)));
  const [lefts, tops] = [columnStarts(width, across), rowStarts(height, down, step)];
  const [stepBytes, lineBytes] = [3 * step, 3 * step * width];
  for (let row = 0; row < down; row += 1) {
    const top = tops[row] as number;
    const rows = (tops[row + 1] as number) - top;
    for (let column = 0; column < across; column += 1) {
      const left = lefts[column] as number;
      const columns = Math.ceil(((lefts[column + 1] as number) - left) / step);
      const place = 4 * (row * across + column);
      const start = top * lineBytes + 3 * left;
      sumPlace(data, { columns, rows, stepBytes, lineBytes, start, place }, sums);
    }
  }
  return sums;
}

/** Means of luma and chroma over a picture's places, at most as many as it has pixels. */
export function colourPlanes({ colours }: DetailedPicture, to: { width: number; height: number }): ColourPlanes {
  const [width, height] = [Math.min(colours.width, to.width), Math.min(colours.height, to.height)];
  const sums = channelSums(colours, width, height);
  const planes = [0, 1, 2].map(() => new Float32Array(width * height));
  const [lumas, blues, reds] = planes as [Float32Array, Float32Array, Float32Array];
  for (let at = 0; at < width * height; at += 1) {
    const count = sums[4 * at + 3] as number;
    const red = Math.fround((sums[4 * at] as number) / count);
    const green = Math.fround((sums[4 * at + 1] as number) / count);
    const blue = Math.fround((sums[4 * at + 2] as number) / count);
    const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
    lumas[at] = luma;
    blues[at] = 0.564 * (blue - luma);
    reds[at] = 0.713 * (red - luma);
  }
  return [
    { width, height, data: lumas },
    { width, height, data: blues },
    { width, height, data: reds },
  ];
}

/** Points inside a picture's places, in places. */
export interface PlacePoints {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Bilinear values of all three planes, which are of one size, at points; edges are repeated. */
export function sampleAt(
  planes: ColourPlanes,
  points: PlacePoints,
): readonly [Float32Array, Float32Array, Float32Array] {
  const count = points.x.length;
  const sampled = [new Float32Array(count), new Float32Array(count), new Float32Array(count)] as const;
  for (const [channel, plane] of planes.entries()) samplePlane(plane, points, sampled[channel] as Float32Array);
  return sampled;
}

function samplePlane({ width, height, data }: Means, { x, y }: PlacePoints, to: Float32Array): void {
  for (let point = 0; point < to.length; point += 1) {
    const u = Math.max(0, Math.min(width - 1, (x[point] as number) - 0.5));
    const v = Math.max(0, Math.min(height - 1, (y[point] as number) - 0.5));
    const column = Math.min(width - 1, Math.floor(u));
    const row = Math.min(height - 1, Math.floor(v));
    const right = column + 1 < width ? 1 : 0;
    const at = row * width + column;
    const under = at + (row + 1 < height ? width : 0);
    const [upper, lower] = [data[at] as number, data[under] as number];
    const above = upper + (u - column) * ((data[at + right] as number) - upper);
    const below = lower + (u - column) * ((data[under + right] as number) - lower);
    to[point] = above + (v - row) * (below - above);
  }
}
