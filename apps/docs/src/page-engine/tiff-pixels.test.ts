import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { isPlainTiffPage, tiffPixels } from './tiff-pixels.ts';

const [width, height] = [37, 23];
const picture = (channels: 3 | 4): Sharp => {
  const data = Uint8Array.from({ length: width * height * channels }, (_, at) => (at * 73 + (at >> 3) * 19) & 255);
  return sharp(data, { raw: { width, height, channels } });
};

test.each([
  ['uncompressed', picture(3).tiff({ compression: 'none' })],
  ['LZW', picture(3).tiff({ compression: 'lzw', predictor: 'horizontal' })],
  ['deflate', picture(3).tiff({ compression: 'deflate' })],
  ['packed bits', picture(3).tiff({ compression: 'packbits' })],
  ['alpha', picture(4).tiff({ compression: 'deflate' })],
  ['grey', picture(3).toColourspace('b-w').tiff({ compression: 'lzw' })],
  ['tiles', picture(3).tiff({ tile: true, tileWidth: 16, tileHeight: 16, compression: 'deflate' })],
  ['sixteen bits', picture(3).toColourspace('rgb16').tiff({ compression: 'deflate' })],
])('%s: the pixels equal sharp’s', async (_, encoder) => {
  const tiff = new Uint8Array(await encoder.toBuffer());
  const { data, info } = await sharp(tiff)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const expected = Array.from({ length: width * height }, (_pixel, at) => {
    const from = at * info.channels;
    const rgb = [0, 1, 2].map((channel) => data[from + (info.channels < 3 ? 0 : channel)]);
    return [...rgb, info.channels === 4 ? data[from + 3] : 255];
  });
  expect(await isPlainTiffPage(tiff, 0)).toBe(true);
  const { channels, data: ours } = await tiffPixels(tiff, 0);
  const seen = expected.map((_pixel, at) => [
    ...ours.subarray(at * channels, at * channels + 3),
    channels === 4 ? ours[at * 4 + 3] : 255,
  ]);
  expect(seen).toEqual(expected);
});

test('a truncated file is refused', async () => {
  const tiff = new Uint8Array(await picture(3).tiff({ compression: 'deflate' }).toBuffer());
  await expect(tiffPixels(tiff.subarray(0, tiff.length >> 1), 0)).rejects.toThrow(Error);
});
