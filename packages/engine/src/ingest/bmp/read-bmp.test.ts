import { expect, test } from 'vitest';
import { bmp24, bmp32, bmpFile, bmpIndexed, bmpPalette, packRows } from '../../../../picture/test/files/bmp-file.ts';
import { bmpRle24, bmpRle4, bmpRle8, bmpRle8Stream } from '../../../../picture/test/files/bmp-run-length-file.ts';
import { paletteImage, photoLike } from '../../../../picture/test/files/test-image.ts';
import type { TestImage } from '../../../../picture/test/files/test-image.ts';
import { readBmp } from './read-bmp.ts';

const image = photoLike(13, 7);
const picture = paletteImage(13, 7, 2);
const sixteen = paletteImage(13, 7, 16);

/** Red, green, blue, alpha of every pixel, or the reason of the failure. */
function pixelsOf(bytes: Uint8Array): number[][] | string {
  const reading = readBmp(bytes);
  if (!reading.ok) return reading.failure.reason;

  const { channels, order, data } = reading.value;
  return Array.from({ length: data.length / channels }, (_, pixel) => {
    const [first = 0, green = 0, last = 0, alpha = 255] = data.subarray(pixel * channels, (pixel + 1) * channels);
    return order === 'rgb' ? [first, green, last, channels === 4 ? alpha : 255] : [last, green, first, 255];
  });
}

function expected(pixels: TestImage): number[][] {
  return Array.from({ length: pixels.width * pixels.height }, (_, pixel) => [
    ...pixels.data.subarray(pixel * pixels.channels, pixel * pixels.channels + 3),
    255,
  ]);
}

test.each([12, 16, 40, 52, 56, 64, 108, 124])('24 bits after a header of %i bytes', (headerBytes) => {
  expect(pixelsOf(bmp24(image, { headerBytes }))).toEqual(expected(image));
});

test('top-down rows', () => {
  expect(pixelsOf(bmp24(image, { topDown: true }))).toEqual(expected(image));
});

test.each([
  ['1 bit', bmpIndexed(picture, 1), picture],
  ['2 bits', bmpIndexed(picture, 2), picture],
  ['4 bits', bmpIndexed(sixteen, 4), sixteen],
  ['8 bits', bmpIndexed(sixteen, 8), sixteen],
  ['4 bits, OS/2', bmpIndexed(sixteen, 4, 12), sixteen],
  ['RLE8', bmpRle8(sixteen), sixteen],
  ['RLE4', bmpRle4(sixteen), sixteen],
])('palette indices of %s', (_, bytes, source) => {
  expect(pixelsOf(bytes)).toEqual(expected(source.image));
});

test('RLE24', () => {
  expect(pixelsOf(bmpRle24(image))).toEqual(expected(image));
});

test('the fourth byte of plain 32-bit pixels is padding', () => {
  const pixels = packRows({ width: 2, height: 1, bitsPerPixel: 32 }, (x) => (x === 0 ? 0x00_10_20_30 : 0x80_ff_fe_fd));
  expect(pixelsOf(bmpFile({ width: 2, height: 1, bitsPerPixel: 32 }, { pixels }))).toEqual([
    [0x10, 0x20, 0x30, 255],
    [0xff, 0xfe, 0xfd, 255],
  ]);
});

test('declared alpha is kept, unless every pixel is clear', () => {
  const alpha = (values: readonly number[]): unknown => {
    const data = Uint8Array.from(values.flatMap((value) => [9, 8, 7, value]));
    return pixelsOf(bmp32({ width: values.length, height: 1, channels: 4, data }));
  };
  expect(alpha([0, 100, 255])).toEqual([
    [9, 8, 7, 0],
    [9, 8, 7, 100],
    [9, 8, 7, 255],
  ]);
  expect(alpha([0, 0])).toEqual([
    [9, 8, 7, 255],
    [9, 8, 7, 255],
  ]);
});

test.each([
  {
    name: '5-6-5',
    header: { bitsPerPixel: 16, compression: 3, masks: [0xf8_00, 0x07_e0, 0x1f, 0] },
    value: 0x84_10,
    rgba: [Math.round((16 * 255) / 31), Math.round((32 * 255) / 63), Math.round((16 * 255) / 31), 255],
  },
  {
    name: 'red lowest',
    header: { bitsPerPixel: 16, compression: 3, masks: [0x1f, 0x07_e0, 0xf8_00, 0] },
    value: 0x00_1f,
    rgba: [255, 0, 0, 255],
  },
  {
    name: '1-bit channels',
    header: { bitsPerPixel: 16, compression: 3, masks: [4, 2, 1, 0] },
    value: 5,
    rgba: [255, 0, 255, 255],
  },
  {
    name: '10-bit channels',
    header: { bitsPerPixel: 32, compression: 3, masks: [0x3f_f0_00_00, 0x0f_fc_00, 0x03_ff, 0] },
    value: 0x3f_f8_00_ff,
    rgba: [255, Math.round((512 * 255) / 1023), Math.round((255 * 255) / 1023), 255],
  },
  {
    name: 'red in the highest byte',
    header: { bitsPerPixel: 32, compression: 3, masks: [0xff_00_00_00, 0xff_00_00, 0xff_00, 0] },
    value: 0x90_20_30_40,
    rgba: [0x90, 0x20, 0x30, 255],
  },
  {
    name: 'alpha mask behind a 40-byte header',
    header: { bitsPerPixel: 32, compression: 6, masks: [0xff_00_00, 0xff_00, 0xff, 0xff_00_00_00] },
    value: 0x40_01_02_03,
    rgba: [1, 2, 3, 0x40],
  },
] as const)('masks: $name', ({ header, value, rgba }) => {
  const size = { width: 1, height: 1 };
  const pixels = packRows({ ...size, bitsPerPixel: header.bitsPerPixel }, () => value);
  expect(pixelsOf(bmpFile({ ...size, ...header }, { pixels }))).toEqual([rgba]);
});

test('64-bit pixels are fixed-point linear light', () => {
  const view = new DataView(new ArrayBuffer(8));
  [8_192, 4_096, 0, 8_192].forEach((value, index) => view.setInt16(index * 2, value, true));
  const pixels = new Uint8Array(view.buffer);
  // Half of full linear light is sRGB 188.
  expect(pixelsOf(bmpFile({ width: 1, height: 1, bitsPerPixel: 64 }, { pixels }))).toEqual([[0, 188, 255, 255]]);
});

test('pixels a run-length stream skips are clear', () => {
  const small = paletteImage(4, 2, 3);
  const colour = [...small.palette.subarray(3, 6), 255];
  // One pixel of colour 1, then a move to the second stored row, one more pixel, the end.
  const stream = [1, 1, 0, 2, 1, 1, 1, 1, 0, 1];
  const clear = [0, 0, 0, 0];
  expect(pixelsOf(bmpRle8Stream(small, stream))).toEqual([clear, clear, colour, clear, colour, clear, clear, clear]);
});

test('a run beyond the row is clipped', () => {
  const small = paletteImage(3, 1, 3);
  const colour = [...small.palette.subarray(6, 9), 255];
  expect(pixelsOf(bmpRle8Stream(small, [200, 2, 0, 1]))).toEqual([colour, colour, colour]);
});

test('indices past a short palette are black', () => {
  const palette = bmpPalette(Uint8Array.of(1, 2, 3));
  const pixels = packRows({ width: 2, height: 1, bitsPerPixel: 8 }, (x) => x);
  const header = { width: 2, height: 1, bitsPerPixel: 8, paletteEntries: 1 };
  expect(pixelsOf(bmpFile(header, { palette, pixels }))).toEqual([
    [1, 2, 3, 255],
    [0, 0, 0, 255],
  ]);
});

test('a palette truncated by the pixel offset is used as far as it goes', () => {
  const palette = bmpPalette(sixteen.palette);
  const pixels = packRows({ width: 13, height: 7, bitsPerPixel: 8 }, (x, y) => sixteen.indices[y * 13 + x] ?? 0);
  expect(pixelsOf(bmpFile({ width: 13, height: 7, bitsPerPixel: 8 }, { palette, pixels }))).toEqual(
    expected(sixteen.image),
  );
});

test.each([0, 20, 0x7f_ff_ff_ff])('a pixel offset of %i is corrected', (pixelsAt) => {
  const bytes = bmpIndexed(sixteen, 4);
  new DataView(bytes.buffer).setUint32(10, pixelsAt, true);
  expect(pixelsOf(bytes)).toEqual(expected(sixteen.image));
});

test('space between palette and pixels is skipped', () => {
  const pixels = packRows({ width: 13, height: 7, bitsPerPixel: 8 }, (x, y) => sixteen.indices[y * 13 + x] ?? 0);
  const palette = Uint8Array.from([...bmpPalette(sixteen.palette), ...new Uint8Array(100).fill(0x77)]);
  const header = { width: 13, height: 7, bitsPerPixel: 8, paletteEntries: 16 };
  expect(pixelsOf(bmpFile(header, { palette, pixels }))).toEqual(expected(sixteen.image));
});

test('the padding of the last row may be missing', () => {
  expect(pixelsOf(bmp24(image).subarray(0, -1))).toEqual(expected(image));
  expect(pixelsOf(bmp24(image).subarray(0, -2))).toBe('corrupt');
});
