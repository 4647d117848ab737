import { compose, scaleOf, stretch, type Affine } from './affine.ts';
import { fitColours, type ColourPairs } from './fit-colours.ts';
import type { DetailedPicture } from './level.ts';
import { shrinkByArea, type Plane } from './plane.ts';
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

/** Mean luma and chroma of a picture's places. */
type ColourPlanes = readonly [luma: Plane, blue: Plane, red: Plane];

function colourPlanes({ raster, width, height }: DetailedPicture, to: { width: number; height: number }): ColourPlanes {
  const channel = (offset: number): Plane => {
    const data = new Float32Array(width * height);
    for (let at = 0; at < data.length; at += 1) data[at] = raster.data[3 * at + offset] as number;
    return shrinkByArea({ width, height, data }, Math.min(width, to.width), Math.min(height, to.height));
  };
  const [red, green, blue] = [channel(0), channel(1), channel(2)];
  const size = { width: red.width, height: red.height };
  const luma = red.data.map(
    (value, at) => 0.299 * value + 0.587 * (green.data[at] as number) + 0.114 * (blue.data[at] as number),
  );
  return [
    { ...size, data: luma },
    { ...size, data: luma.map((value, at) => 0.564 * ((blue.data[at] as number) - value)) },
    { ...size, data: luma.map((value, at) => 0.713 * ((red.data[at] as number) - value)) },
  ];
}

/** Bilinear value of a plane at a place inside it, edges repeated. */
function sampleAt({ width, height, data }: Plane, x: number, y: number): number {
  const u = Math.max(0, Math.min(width - 1, x - 0.5));
  const v = Math.max(0, Math.min(height - 1, y - 0.5));
  const [column, row] = [Math.min(width - 1, Math.floor(u)), Math.min(height - 1, Math.floor(v))];
  const right = column + 1 < width ? 1 : 0;
  const below = row + 1 < height ? width : 0;
  const at = row * width + column;
  const value = (offset: number): number => data[at + offset] as number;
  const upper = value(0) + (u - column) * (value(right) - value(0));
  const lower = value(below) + (u - column) * (value(below + right) - value(below));
  return upper + (v - row) * (lower - upper);
}

/** Colours of both pictures at the places of the reference that lie inside both. */
function colourPairs(reference: ColourPlanes, other: ColourPlanes, toOther: Affine): ColourPairs {
  const { width, height } = reference[0];
  const pairs: number[][] = [[], [], [], [], [], []];
  const [a, b, c, d, e, f] = toOther;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const u = a * (x + 0.5) + b * (y + 0.5) + c;
      const v = d * (x + 0.5) + e * (y + 0.5) + f;
      if (!(u >= 0 && v >= 0 && u <= other[0].width && v <= other[0].height)) continue;
      reference.forEach((plane, at) => pairs[at]?.push(plane.data[y * width + x] as number));
      other.forEach((plane, at) => pairs[3 + at]?.push(sampleAt(plane, u, v)));
    }
  }
  const [l1 = [], b1 = [], r1 = [], l2 = [], b2 = [], r2 = []] = pairs.map((values) => Float32Array.from(values));
  return { first: [l1, b1, r1], second: [l2, b2, r2] } as ColourPairs;
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
  if (pairs.first[0].length < leastPlaces) return 0;
  return conflictShare(pairs, fitColours(pairs));
}

function conflictShare({ first, second }: ColourPairs, residuals: Float32Array): number {
  let [differing, area] = [0, 0];
  residuals.forEach((residual, at) => {
    const chroma = Math.max(
      Math.hypot(first[1][at] as number, first[2][at] as number),
      Math.hypot(second[1][at] as number, second[2][at] as number),
    );
    const difference = ramp(residual, residualFrom, residualTo);
    differing += difference;
    area += chroma > coloured ? 1 : difference;
  });
  return Math.min(1, differing / Math.max(area, leastColoured));
}
