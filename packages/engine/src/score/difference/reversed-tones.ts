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

/** Where along one side the parts begin, in samples that are looked at; one more than there are parts. */
function startsOf(length: number, step: number): Int32Array {
  const starts = new Int32Array(side + 1);
  for (let sample = 0; sample * step < length; sample += 1)
    starts[Math.floor((sample * step * side) / length) + 1] = sample + 1;
  // A side shorter than its parts leaves some of them empty.
  for (let part = 1; part <= side; part += 1)
    starts[part] = Math.max(starts[part] as number, starts[part - 1] as number);

  return starts;
}

/** Adds one row of samples to the parts it belongs to; a function of its own, so that it is compiled once and not left for every picture. */
function addSamples(
  sums: Float64Array,
  data: Uint8Array,
  row: { at: number; stepBytes: number; starts: Int32Array },
): void {
  const { starts, stepBytes } = row;
  let { at } = row;
  for (let part = 0; part < side; part += 1) {
    const end = at + ((starts[part + 1] as number) - (starts[part] as number)) * stepBytes;
    let sum = 0;
    for (; at < end; at += stepBytes)
      sum += 2 * (data[at] as number) + 5 * (data[at + 1] as number) + (data[at + 2] as number);

    sums[part] = (sums[part] as number) + sum;
  }
}

function drawThumbnail({ width, height, data }: Raster): Thumbnail {
  const sums = new Float64Array(side * side);
  const step = Math.max(1, Math.floor(Math.min(width, height) / (4 * side)));
  const [starts, rows] = [startsOf(width, step), startsOf(height, step)];
  const samplesOf = (from: Int32Array, part: number): number => (from[part + 1] as number) - (from[part] as number);
  for (let part = 0; part < side; part += 1) {
    const line = sums.subarray(side * part, side * (part + 1));
    for (let row = rows[part] as number; row < (rows[part + 1] as number); row += 1)
      addSamples(line, data, { at: 3 * row * step * width, stepBytes: 3 * step, starts });
  }
  // The weights of a sample's channels add up to eight.
  const means = sums.map(
    (sum, at) => sum / Math.max(1, 8 * samplesOf(rows, Math.floor(at / side)) * samplesOf(starts, at % side)),
  );
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
