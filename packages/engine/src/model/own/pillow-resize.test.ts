import { expect, test } from 'vitest';
import vectors from '../../../test/vectors/pillow-resize.json' with { type: 'json' };
import { decodeSideFor } from './manifest-input.ts';
import type { ModelManifest } from './manifest-schema.ts';
import { pillowResize } from './pillow-resize.ts';
import type { Interpolation } from './pillow-resize.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const source = { ...vectors.source, data: bytes(vectors.source.pixels) };

test.each(vectors.cases)('$interpolation to $width × $height is what Pillow gives, to the bit', (expected) => {
  const { width, height, interpolation, pixels } = expected;
  const resized = pillowResize(source, { width, height }, interpolation as Interpolation);
  expect(resized).toMatchObject({ width, height });
  expect(Buffer.from(resized.data).equals(Buffer.from(pixels, 'base64'))).toBe(true);
});

/** One row of grey. */
const row = (...values: number[]): { width: number; height: number; data: Uint8Array } => ({
  width: values.length,
  height: 1,
  data: Uint8Array.from(values.flatMap((value) => [value, value, value])),
});
const reds = (data: Uint8Array): number[] => Array.from(data).filter((_, at) => at % 3 === 0);

test('values worked out by hand', () => {
  // Four to two: distances −¼, ¼, ¾, 1¼ of the widened filter. Cubic weights .8671875 (twice), .2265625, −.0703125, sum 1.890625.
  expect(reds(pillowResize(row(255, 0, 0, 0), { width: 2, height: 1 }, 'bicubic').data)).toEqual([117, 0]);
  expect(reds(pillowResize(row(0, 0, 255, 0), { width: 2, height: 1 }, 'bicubic').data)).toEqual([31, 117]);
  // Linear weights ¾, ¾, ¼ of 1¾; the fourth is out of reach.
  expect(reds(pillowResize(row(255, 0, 0, 0), { width: 2, height: 1 }, 'bilinear').data)).toEqual([109, 0]);
  expect(reds(pillowResize(row(0, 0, 255, 0), { width: 2, height: 1 }, 'bilinear').data)).toEqual([36, 109]);
  // Two to four: ¼ of the way beyond the first, then ¼ and ¾ of the way between.
  expect(reds(pillowResize(row(0, 200), { width: 4, height: 1 }, 'bilinear').data)).toEqual([0, 50, 150, 200]);
});

const input: ModelManifest['input'] = {
  side: 224,
  fit: 'centre-crop',
  shortSide: 256,
  layout: 'nchw',
  channels: 'rgb',
  mean: [0, 0, 0],
  std: [1, 1, 1],
};

test.each([
  // The short side has twice the 256 pixels that are asked for, or all there are.
  [{ width: 1600, height: 1200 }, 683],
  [{ width: 2400, height: 600 }, 2048],
  [{ width: 600, height: 2400 }, 2048],
  [{ width: 4000, height: 200 }, 4000],
  [{ width: 4096, height: 100 }, 4096],
  [{ width: 300, height: 300 }, 300],
])('%o is decoded to a long side of %d for a network that crops 224 from 256', (size, side) => {
  expect(decodeSideFor(input, size)).toBe(side);
});

test('no picture is decoded to more than four million pixels for a model', () => {
  for (const aspect of [1, 2, 5, 10, 25, 40.96]) {
    const size = { width: 4096, height: Math.round(4096 / aspect) };
    const long = decodeSideFor({ ...input, side: 1024, shortSide: 1024 }, size);
    expect((long * long) / aspect).toBeLessThan(4_010_000);
  }
});
