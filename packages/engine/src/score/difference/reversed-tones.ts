import type { Raster } from '../../raster.ts';

/** Side of the thumbnails that are compared, pixels. */
const side = 24;
/** Correlation of brightness below which tones are taken for reversed; of unrelated pictures next to none is so low. */
const reversedBelow = -0.7;
/** Standard deviation of brightness below which a thumbnail has no tones. */
const leastSpread = 6;

/** Thumbnails that were made: a picture that is known is compared with many. */
const made = new WeakMap<Raster, Float64Array>();

function thumbnail(raster: Raster): Float64Array {
  const small = made.get(raster) ?? drawThumbnail(raster);
  made.set(raster, small);
  return small;
}

/** Mean brightness of each part of a picture, its mean taken off. */
function drawThumbnail({ width, height, data }: Raster): Float64Array {
  const sums = new Float64Array(side * side);
  const counts = new Float64Array(side * side);
  const step = Math.max(1, Math.floor(Math.min(width, height) / (4 * side)));
  for (let y = 0; y < height; y += step) {
    const row = side * Math.floor((y * side) / height);
    for (let x = 0; x < width; x += step) {
      const at = 3 * (y * width + x);
      const place = row + Math.floor((x * side) / width);
      sums[place] =
        (sums[place] as number) + 2 * (data[at] as number) + 5 * (data[at + 1] as number) + (data[at + 2] as number);
      counts[place] = (counts[place] as number) + 8;
    }
  }
  const means = sums.map((sum, at) => sum / Math.max(1, counts[at] as number));
  const mean = means.reduce((total, value) => total + value, 0) / means.length;
  return means.map((value) => value - mean);
}

const dot = (a: Float64Array, b: Float64Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] as number), 0);

/**
 * Whether one picture's tones are the other's reversed, as those of a negative, or of an emblem in white on black. Cheap
 * enough for every pair.
 */
export function haveReversedTones(first: Raster, second: Raster): boolean {
  const [a, b] = [thumbnail(first), thumbnail(second)];
  const [powerA, powerB] = [dot(a, a), dot(b, b)];
  if (Math.min(powerA, powerB) < leastSpread * leastSpread * side * side) return false;
  return dot(a, b) < reversedBelow * Math.sqrt(powerA * powerB);
}
