import type { Raster } from '../../raster.ts';

/** Filters for resizing, by their usual names in preprocessing code. */
export type Interpolation = 'bilinear' | 'bicubic';

interface Filter {
  /** Half the filter's width, in output pixels. */
  readonly support: number;
  readonly weight: (distance: number) => number;
}

/** The parameter of the cubic convolution; torch without antialiasing and OpenCV use −0.75. */
const a = -0.5;

const filters: Readonly<Record<Interpolation, Filter>> = {
  bilinear: { support: 1, weight: (distance) => Math.max(0, 1 - Math.abs(distance)) },
  bicubic: {
    support: 2,
    weight: (distance) => {
      const x = Math.abs(distance);
      if (x < 1) return ((a + 2) * x - (a + 3)) * x * x + 1;
      return x < 2 ? (((x - 5) * x + 8) * x - 4) * a : 0;
    },
  },
};

/** Fixed-point 1 of the weights, which are integers so that the result does not depend on the order of additions. */
const one = 2 ** 22;

/** An input sample of an output sample, with its weight. */
interface Tap {
  readonly first: number;
  readonly weights: Float64Array;
}

/** The taps of one axis: shrinking widens the filter, so that every input sample counts. */
function tapsOf(from: number, to: number, { support, weight }: Filter): Tap[] {
  const scale = from / to;
  const widening = Math.max(1, scale);
  const reach = support * widening;
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(0, Math.trunc(centre - reach + 0.5));
    const end = Math.min(from, Math.trunc(centre + reach + 0.5));
    const raw = Array.from({ length: end - first }, (_tap, at) => weight((first + at - centre + 0.5) / widening));
    const sum = raw.reduce((total, value) => total + value, 0);
    const whole = (value: number): number => Math.trunc(value + (value < 0 ? -0.5 : 0.5));
    return { first, weights: Float64Array.from(raw, (value) => whole((value / sum) * one)) };
  });
}

/** A line of samples within interleaved data: `stride` from one sample to the next. */
interface Line {
  readonly start: number;
  readonly stride: number;
}

function resampleLine(
  data: Uint8Array,
  from: Line,
  { taps, out, to }: { taps: readonly Tap[]; out: Uint8Array; to: Line },
): void {
  for (let index = 0; index < taps.length; index += 1) {
    const { first, weights } = taps[index] as Tap;
    let sum = one / 2;
    let at = from.start + first * from.stride;
    for (let tap = 0; tap < weights.length; tap += 1) {
      sum += (data[at] as number) * (weights[tap] as number);
      at += from.stride;
    }
    out[to.start + index * to.stride] = Math.min(255, Math.max(0, Math.floor(sum / one)));
  }
}

function resizeRows({ width, height, data }: Raster, to: number, filter: Filter): Raster {
  if (to === width) return { width, height, data };
  const taps = tapsOf(width, to, filter);
  const out = new Uint8Array(to * height * 3);
  for (let row = 0; row < height; row += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      const target = { start: row * to * 3 + channel, stride: 3 };
      resampleLine(data, { start: row * width * 3 + channel, stride: 3 }, { taps, out, to: target });
    }
  }
  return { width: to, height, data: out };
}

function resizeColumns({ width, height, data }: Raster, to: number, filter: Filter): Raster {
  if (to === height) return { width, height, data };
  const taps = tapsOf(height, to, filter);
  const out = new Uint8Array(width * to * 3);
  const stride = width * 3;
  for (let column = 0; column < stride; column += 1)
    resampleLine(data, { start: column, stride }, { taps, out, to: { start: column, stride } });

  return { width, height: to, data: out };
}

/**
 * Resizes as Pillow's `Image.resize` does: rows first, then columns, each rounded to 8 bits, antialiased when shrinking. Models were
 * trained on pictures resized this way; other resizers give slightly different embeddings.
 * @source Keys, Cubic convolution interpolation for digital image processing (1981), with a = −½; python-pillow/Pillow,
 *   src/libImaging/Resample.c, `precompute_coeffs` and the 8-bit passes.
 */
export function pillowResize(
  raster: Raster,
  size: { readonly width: number; readonly height: number },
  interpolation: Interpolation,
): Raster {
  const filter = filters[interpolation];
  return resizeColumns(resizeRows(raster, size.width, filter), size.height, filter);
}
