import type { Raster } from '../../raster.ts';
import { placesOf, planSide, stripRows, unit, unitBits } from './lanczos-plan.ts';
import type { SidePlan, StripSource } from './lanczos-plan.ts';

/** Interleaved samples of several rows, `channels` a pixel. */
interface Plane {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

const channels = 3;

/** The mean of `box` samples in fixed point, as libvips rounds it. */
function meanOf(sum: number, box: number): number {
  const multiplier = Math.floor(2 ** 32 / (256 * box));
  return Math.floor(((sum + (box >> 1)) * multiplier) / 2 ** 24);
}

/** Averages `box` rows at a time; rows beyond the last repeat it. */
function averageRows({ width, height, data }: Plane, box: number): Plane {
  const stride = width * channels;
  const rows = Math.ceil(height / box);
  const out = new Uint8Array(rows * stride);
  for (let row = 0; row < rows; row += 1) {
    for (let at = 0; at < stride; at += 1) {
      let sum = 0;
      for (let tap = 0; tap < box; tap += 1) sum += data[Math.min(height - 1, row * box + tap) * stride + at] as number;
      out[row * stride + at] = meanOf(sum, box);
    }
  }
  return { width, height: rows, data: out };
}

function averageColumns({ width, height, data }: Plane, box: number): Plane {
  const columns = Math.ceil(width / box);
  const out = new Uint8Array(columns * height * channels);
  for (let row = 0; row < height; row += 1) {
    for (let at = 0; at < columns * channels; at += 1) {
      const [column, channel] = [Math.floor(at / channels), at % channels];
      let sum = 0;
      for (let tap = 0; tap < box; tap += 1) {
        const from = Math.min(width - 1, column * box + tap);
        sum += data[(row * width + from) * channels + channel] as number;
      }
      out[row * columns * channels + at] = meanOf(sum, box);
    }
  }
  return { width: columns, height, data: out };
}

const clampTo = (last: number, at: number): number => Math.min(last, Math.max(0, at));
const toByte = (sum: number): number => Math.min(255, Math.max(0, (sum + (unit >> 1)) >> unitBits));

function reduceRows(plane: Plane, plan: SidePlan, strip: number): Plane {
  const { width, height, data } = plan.box > 1 ? averageRows(plane, plan.box) : plane;
  if (plan.residual === 1) return { width, height, data };
  const stride = width * channels;
  const out = new Uint8Array(plan.to * stride);
  const sums = new Int32Array(stride);
  for (const [row, { first, mask }] of placesOf(plan, strip).entries()) {
    sums.fill(0);
    for (let tap = 0; tap < mask.length; tap += 1) {
      const weight = mask[tap] as number;
      const from = clampTo(height - 1, first + tap) * stride;
      for (let at = 0; at < stride; at += 1) sums[at] = (sums[at] as number) + (data[from + at] as number) * weight;
    }
    for (let at = 0; at < stride; at += 1) out[row * stride + at] = toByte(sums[at] as number);
  }
  return { width, height: plan.to, data: out };
}

function reduceColumns(plane: Plane, plan: SidePlan): Plane {
  const { width, height, data } = plan.box > 1 ? averageColumns(plane, plan.box) : plane;
  if (plan.residual === 1) return { width, height, data };
  const out = new Uint8Array(plan.to * height * channels);
  for (const [column, { first, mask }] of placesOf(plan, plan.to).entries()) {
    const from = Array.from(mask, (_, tap) => clampTo(width - 1, first + tap) * channels);
    for (let row = 0; row < height; row += 1) {
      const start = row * width * channels;
      let [red, green, blue] = [0, 0, 0];
      for (let tap = 0; tap < mask.length; tap += 1) {
        const weight = mask[tap] as number;
        const at = start + (from[tap] as number);
        red += (data[at] as number) * weight;
        green += (data[at + 1] as number) * weight;
        blue += (data[at + 2] as number) * weight;
      }
      const to = (row * plan.to + column) * channels;
      out[to] = toByte(red);
      out[to + 1] = toByte(green);
      out[to + 2] = toByte(blue);
    }
  }
  return { width: plan.to, height, data: out };
}

/**
 * Shrinks a picture to fit a square, keeping its aspect ratio, without sharp: the same bytes as from `sharp(pixels).resize(side, side, {
 * fit: 'inside', withoutEnlargement: true })`.
 *
 * @param raster   three channels a pixel, in any order.
 * @param maxSidePx at least 1; `Infinity` leaves the size alone.
 * @param source   where libvips would have the pixels from.
 * @source libvips 8.18, `resample/reducev.cpp`, `reduceh.cpp`, `shrinkv.c`, `shrinkh.c`: box means by a whole factor, then Lanczos
 *         3 in fixed point, rows before columns.
 */
export function lanczosShrink(raster: Raster, maxSidePx: number, source: StripSource = 'memory'): Raster {
  const shrink = Math.max(raster.width, raster.height) / maxSidePx;
  if (shrink <= 1) return raster;
  const rows = reduceRows(raster, planSide(raster.height, Math.min(shrink, raster.height)), stripRows[source]);
  return reduceColumns(rows, planSide(raster.width, Math.min(shrink, raster.width)));
}
