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

/** Sums of the three channels over the areas of a smaller grid, by whole pixels, and how many were looked at. */
function channelSums({ width, height, data }: Raster, across: number, down: number): Float64Array {
  const sums = new Float64Array(4 * across * down);
  const pixels = Math.min(width / across, height / down);
  const step = Math.min(farthestSamples, Math.max(1, Math.floor(pixels / samplesAcross)));
  for (let y = 0; y < height; y += step) {
    const row = Math.floor(((y + 0.5) * down) / height) * across;
    for (let column = 0; column < across; column += 1) {
      const place = 4 * (row + column);
      const start = 3 * (y * width + Math.ceil((column * width) / across));
      const end = 3 * (y * width + Math.ceil(((column + 1) * width) / across));
      let [red, green, blue] = [0, 0, 0];
      for (let at = start; at < end; at += 3 * step) {
        red += data[at] as number;
        green += data[at + 1] as number;
        blue += data[at + 2] as number;
      }
      sums[place] = (sums[place] as number) + red;
      sums[place + 1] = (sums[place + 1] as number) + green;
      sums[place + 2] = (sums[place + 2] as number) + blue;
      sums[place + 3] = (sums[place + 3] as number) + Math.ceil((end - start) / (3 * step));
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

/** Bilinear value of a plane at a place inside it, edges repeated. */
export function sampleAt({ width, height, data }: Means, x: number, y: number): number {
  const u = Math.max(0, Math.min(width - 1, x - 0.5));
  const v = Math.max(0, Math.min(height - 1, y - 0.5));
  const [column, row] = [Math.min(width - 1, Math.floor(u)), Math.min(height - 1, Math.floor(v))];
  const right = column + 1 < width ? 1 : 0;
  const below = row + 1 < height ? width : 0;
  const at = row * width + column;
  const [corner, beside] = [data[at] as number, data[at + right] as number];
  const [under, opposite] = [data[at + below] as number, data[at + below + right] as number];
  const upper = corner + (u - column) * (beside - corner);
  const lower = under + (u - column) * (opposite - under);
  return upper + (v - row) * (lower - upper);
}
