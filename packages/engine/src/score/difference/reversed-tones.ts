import type { Raster } from '../../raster.ts';

/** Side of the thumbnails that are compared, pixels. */
const side = 24;
/** Correlation of brightness below which tones are taken for reversed; of unrelated pictures next to none is so low. */
const reversedBelow = -0.7;
/** Standard deviation of brightness below which a thumbnail has no tones. */
const leastSpread = 6;

interface Thumbnail {
  /** Mean brightness of each part of a picture, the mean of all taken off. */
  readonly tones: Float64Array;
  /** Their squares' sum. */
  readonly power: number;
}

/** Thumbnails that were made: a picture that is known is compared with many. */
const made = new WeakMap<Raster, Thumbnail>();

function thumbnail(raster: Raster): Thumbnail {
  const small = made.get(raster) ?? drawThumbnail(raster);
  made.set(raster, small);
  return small;
}

/** Sums of brightness by parts of the picture, and the weights in them. */
interface Sums {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** Adds one row of samples to the parts it belongs to; a function of its own, so that it is compiled once and not left for every picture. */
function addSamples(
  { sums, counts }: Sums,
  data: Uint8Array,
  row: { readonly at: number; readonly stepBytes: number; readonly places: Uint16Array },
): void {
  const { places, stepBytes } = row;
  for (let index = 0, { at } = row; index < places.length; index += 1, at += stepBytes) {
    const place = places[index] as number;
    sums[place] =
      (sums[place] as number) + 2 * (data[at] as number) + 5 * (data[at + 1] as number) + (data[at + 2] as number);
    counts[place] = (counts[place] as number) + 8;
  }
}

function drawThumbnail({ width, height, data }: Raster): Thumbnail {
  const parts = { sums: new Float64Array(side * side), counts: new Float64Array(side * side) };
  const step = Math.max(1, Math.floor(Math.min(width, height) / (4 * side)));
  const columns = Uint16Array.from({ length: Math.ceil(width / step) }, (_, at) =>
    Math.floor((at * step * side) / width),
  );
  const places = columns.slice();
  for (let y = 0; y < height; y += step) {
    const first = side * Math.floor((y * side) / height);
    for (let at = 0; at < places.length; at += 1) places[at] = first + (columns[at] as number);
    addSamples(parts, data, { at: 3 * y * width, stepBytes: 3 * step, places });
  }
  const means = parts.sums.map((sum, at) => sum / Math.max(1, parts.counts[at] as number));
  const mean = means.reduce((total, value) => total + value, 0) / means.length;
  const tones = means.map((value) => value - mean);
  return { tones, power: dot(tones, tones) };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/**
 * Whether one picture's tones are the other's reversed, as those of a negative, or of an emblem in white on black. Cheap
 * enough for every pair.
 */
export function haveReversedTones(first: Raster, second: Raster): boolean {
  const [a, b] = [thumbnail(first), thumbnail(second)];
  if (Math.min(a.power, b.power) < leastSpread * leastSpread * side * side) return false;
  return dot(a.tones, b.tones) < reversedBelow * Math.sqrt(a.power * b.power);
}
