import type { Raster } from '../../raster.ts';
import { compose, scaleOf, stretch } from './affine.ts';
import type { Affine } from './affine.ts';
import { fitColours } from './fit-colours.ts';
import type { ColourPairs } from './fit-colours.ts';
import type { DetailedPicture } from './level.ts';
import { ramp } from './quantile.ts';
import type { RegisteredPair } from './register.ts';

/** Pixels of the compared plane that make one place where colours are compared. */
const placeSide = 8;
const leastPlaces = 12;
/** Chroma, 0…180, from which on a place is coloured. */
const coloured = 10;
const residualFrom = 12;
const residualTo = 24;
const leastColoured = 4;

/** Means of a picture's places, row-major. */
interface Means {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** Mean luma and chroma. */
type ColourPlanes = readonly [luma: Means, blue: Means, red: Means];

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

function colourPlanes({ colours }: DetailedPicture, to: { width: number; height: number }): ColourPlanes {
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
function sampleAt({ width, height, data }: Means, x: number, y: number): number {
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

/** Colours of both pictures at the places of the reference that lie inside both. */
function colourPairs(reference: ColourPlanes, other: ColourPlanes, toOther: Affine): ColourPairs {
  const [{ width, height }, { width: across, height: down }] = [reference[0], other[0]];
  const [a, b, c, d, e, f] = toOther;
  const values = Array.from({ length: 6 }, () => new Float32Array(width * height));
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const u = a * (x + 0.5) + b * (y + 0.5) + c;
      const v = d * (x + 0.5) + e * (y + 0.5) + f;
      if (!(u >= 0 && v >= 0 && u <= across && v <= down)) continue;
      for (let plane = 0; plane < 3; plane += 1) {
        (values[plane] as Float32Array)[count] = (reference[plane] as Means).data[y * width + x] as number;
        (values[3 + plane] as Float32Array)[count] = sampleAt(other[plane] as Means, u, v);
      }
      count += 1;
    }
  }
  const [l1, b1, r1, l2, b2, r2] = values.map((list) => list.subarray(0, count));
  return { first: [l1, b1, r1], second: [l2, b2, r2] } as ColourPairs;
}

/** Whether the colours are the same as they are: then no change of all of them has to be found. */
function areSame({ first, second }: ColourPairs): boolean {
  for (let at = 0; at < first[0].length; at += 1) {
    const across = (first[1][at] as number) - (second[1][at] as number);
    const down = (first[2][at] as number) - (second[2][at] as number);
    if (!(across * across + down * down <= residualFrom * residualFrom)) return false;
  }
  return true;
}

/**
 * Share of the coloured area whose colours differ after the best change of all colours at once, 0…1: another saturation
 * and a tint are made to a whole picture, another colour of one thing is not.
 */
export function colourConflict(
  pictures: readonly [DetailedPicture, DetailedPicture],
  { comparison }: RegisteredPair,
): number {
  const [reference, other] = comparison.isFirstReference ? pictures : [pictures[1], pictures[0]];
  const { plane } = comparison.laid.reference;
  const size = {
    width: Math.max(4, Math.round(plane.width / placeSide)),
    height: Math.max(4, Math.round(plane.height / placeSide)),
  };
  const own = colourPlanes(reference, size);
  const fromPlace = compose(
    comparison.laid.toOther,
    stretch(reference.width / own[0].width, reference.height / own[0].height),
  );
  const scale = scaleOf(fromPlace);
  const otherSize = {
    width: Math.max(2, Math.round(other.width / scale)),
    height: Math.max(2, Math.round(other.height / scale)),
  };
  const others = colourPlanes(other, otherSize);
  const toPlace = compose(stretch(others[0].width / other.width, others[0].height / other.height), fromPlace);
  const pairs = colourPairs(own, others, toPlace);
  if (pairs.first[0].length < leastPlaces || areSame(pairs)) return 0;
  return conflictShare(pairs, fitColours(pairs));
}

function conflictShare({ first, second }: ColourPairs, residuals: Float32Array): number {
  let [differing, area] = [0, 0];
  for (let at = 0; at < residuals.length; at += 1) {
    const chroma = Math.max(
      Math.hypot(first[1][at] as number, first[2][at] as number),
      Math.hypot(second[1][at] as number, second[2][at] as number),
    );
    const difference = ramp(residuals[at] as number, residualFrom, residualTo);
    differing += difference;
    area += chroma > coloured ? 1 : difference;
  }
  return Math.min(1, differing / Math.max(area, leastColoured));
}
