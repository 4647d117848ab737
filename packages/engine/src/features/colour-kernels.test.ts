import { expect, test } from 'vitest';
import { labHistogramLength } from './colour-kernels.ts';
import { labHistogram } from './lab-histogram.ts';
import { pictureTraits } from './picture-traits.ts';
import { placeRaster } from './raster-kernels.ts';

/** Noise of a fixed seed, with flat parts: bytes. */
function noise(length: number): Uint8Array {
  let state = 4711;
  return Uint8Array.from({ length }, (_, at) => {
    state = (state * 48_271) % 2_147_483_647;
    return at % 1000 < 300 ? 255 * (at % 2) : state % 256;
  });
}

const linearOf = (byte: number): number => {
  const value = byte / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};
const curve = (ratio: number): number => {
  const rounded = Math.trunc(ratio * (4096 / 1.1) + 0.5) / (4096 / 1.1);
  return rounded > 216 / 24_389 ? Math.cbrt(rounded) : (rounded * 24_389) / 27 / 116 + 16 / 116;
};
/** Bin and part of the next one, of a place on an axis. */
const between = (place: number, last: number): { bin: number; next: number; here: number } => {
  const at = Math.min(last, Math.max(0, place));
  const bin = Math.min(last - 1, Math.trunc(at));
  return { bin, next: at - bin, here: 1 - at + bin };
};

/** The histogram as its definition says it, colour by colour. */
function histogramByDefinition(planes: Float32Array, side: number): Float32Array {
  const bins = new Float64Array(labHistogramLength);
  const byteAt = (plane: number, at: number): number => {
    const value = (offset: number): number => planes[plane * side * side + at + offset] as number;
    return Math.trunc((value(0) + value(1) + (value(side) + value(side + 1))) * (255 / 4) + 0.5);
  };
  for (let y = 0; y < side; y += 2) {
    for (let at = y * side; at < (y + 1) * side; at += 2) {
      const [r, g, b] = [linearOf(byteAt(0, at)), linearOf(byteAt(1, at)), linearOf(byteAt(2, at))];
      const fx = curve((0.412_456 / 0.950_47) * r + (0.357_576 / 0.950_47) * g + (0.180_437 / 0.950_47) * b);
      const fy = curve(0.212_673 * r + 0.715_152 * g + 0.072_175 * b);
      const fz = curve((0.019_334 / 1.088_83) * r + (0.119_192 / 1.088_83) * g + (0.950_304 / 1.088_83) * b);
      const l = between(((116 * fy - 16) / 100) * 4, 4);
      const greenRed = between(((500 * (fx - fy) + 80) / 160) * 8, 8);
      const blueYellow = between(((200 * (fy - fz) + 80) / 160) * 8, 8);
      const around = [l.here, l.next].flatMap((dark, dl) =>
        [greenRed.here, greenRed.next].map((green, da) => ({
          bin: ((l.bin + dl) * 9 + greenRed.bin + da) * 9 + blueYellow.bin,
          share: dark * green,
        })),
      );
      for (const { bin, share } of around) {
        bins[bin] = (bins[bin] as number) + share * (1 - blueYellow.next);
        bins[bin + 1] = (bins[bin + 1] as number) + share * blueYellow.next;
      }
    }
  }
  return Float32Array.from(bins, (count) => Math.sqrt(count / ((side * side) / 4)));
}

test.each([2, 6, 32, 224])('the histogram of colours is that of its definition to the bit: side %i', (side) => {
  const planes = Float32Array.from(noise(3 * side * side), (byte) => byte / 255);
  expect(labHistogram(planes)).toEqual(histogramByDefinition(planes, side));
});

test('and where means lie just beside the next byte', () => {
  const side = 64;
  const planes = Float32Array.from(noise(3 * side * side), (byte) => byte / 1020);
  for (let at = 0; at < planes.length; at += 2) {
    if (Math.floor(at / side) % 2 === 1) continue;
    const others = (planes[at + 1] as number) + (planes[at + side] as number) + (planes[at + side + 1] as number);
    const byte = Math.ceil(others * 63.75 + 0.5);
    planes[at] = (byte - 0.5) / 63.75 - others + ((at % 3) - 1) * 1e-7;
  }

  expect(labHistogram(planes)).toEqual(histogramByDefinition(planes, side));
});

test('and where means are not multiples of a quarter of a byte', () => {
  const side = 64;
  const planes = Float32Array.from(noise(3 * side * side), (byte, at) => (byte * 251 + ((at * 7919) % 251)) / 64_256);
  expect(labHistogram(planes)).toEqual(histogramByDefinition(planes, side));
});

test.each([0, 1])('so is that of one colour all over: %d', (value) => {
  const planes = new Float32Array(3 * 8 * 8).fill(value);
  expect(labHistogram(planes)).toEqual(histogramByDefinition(planes, 8));
});

test.each([
  [1, 1],
  [7, 3],
  [320, 211],
])('contrast and number of colours are those of their definitions: %i × %i', (width, height) => {
  const luma = noise(width * height);
  const data = noise(3 * width * height);
  const mean = luma.reduce((sum, value) => sum + value, 0) / luma.length;
  const squares = luma.reduce((sum, value) => sum + value * value, 0) / luma.length;
  const colours = new Set<number>();
  for (let at = 0; at < data.length; at += 3) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3).map((value) => value >> 3);
    colours.add(red * 1024 + green * 32 + blue);
  }

  // Larger pictures before it leave nothing behind.
  const larger = { width: 400, height: 400 };
  pictureTraits(placeRaster({ ...larger, data: noise(480_000) }), { ...larger, data: noise(160_000) });
  const traits = pictureTraits(placeRaster({ width, height, data }), { width, height, data: luma });
  expect(traits.contrast).toBe(Math.sqrt(Math.max(0, squares - mean * mean)));
  expect(traits.colours).toBe(colours.size);
});
