import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { tiffFile } from '../../../../packages/picture/test/files/tiff-file.ts';
import { isPlainTiffPage, tiffPixels } from './tiff-pixels.ts';
import { UnreadTiff } from './unread-tiff.ts';

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
  ['grey with alpha', picture(4).toColourspace('b-w').tiff({ compression: 'deflate' })],
  ['white is zero', picture(3).toColourspace('b-w').tiff({ compression: 'deflate', miniswhite: true })],
  ['JPEG, half the colours', picture(3).tiff({ compression: 'jpeg', quality: 80 })],
  ['JPEG, all colours', picture(3).tiff({ compression: 'jpeg', quality: 95 })],
  ['JPEG, grey', picture(3).toColourspace('b-w').tiff({ compression: 'jpeg' })],
  ['JPEG in tiles', picture(3).tiff({ compression: 'jpeg', tile: true, tileWidth: 16, tileHeight: 16 })],
  ['pyramid', picture(3).tiff({ pyramid: true, tile: true, tileWidth: 16, tileHeight: 16 })],
  ['BigTIFF', picture(3).tiff({ bigtiff: true })],
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
    return [...rgb, info.channels % 2 === 0 ? data[from + info.channels - 1] : 255];
  });
  expect(await isPlainTiffPage(tiff, 0)).toBe(true);
  const { pixels, isExact } = await tiffPixels(tiff, 0);
  const { channels, data: ours } = pixels;
  expect(isExact).toBe(true);
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

test('black and white of one bit each are black and white', async () => {
  const tiff = await picture(3).toColourspace('b-w').tiff({ compression: 'none', bitdepth: 1 }).toBuffer();
  const { data, info } = await sharp(tiff).raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const { pixels } = await tiffPixels(new Uint8Array(tiff), 0);
  const expected = Uint8Array.from(pixels.data, (_, at) => data[Math.floor(at / 3) * info.channels] ?? 0);
  expect(pixels.data).toEqual(expected);
});

test('a profile of sRGB changes next to nothing, and is told', async () => {
  const tiff = await picture(3).withIccProfile('srgb').tiff({ compression: 'deflate' }).toBuffer();
  const data = await sharp(tiff).toColourspace('srgb').raw({ depth: 'uchar' }).toBuffer();
  const { pixels, isExact } = await tiffPixels(new Uint8Array(tiff), 0);
  expect(isExact).toBe(false);
  expect(Math.max(...pixels.data.map((value, at) => Math.abs(value - (data[at] ?? 0))))).toBeLessThanOrEqual(2);
});

test.each([
  ['fax', picture(3).toColourspace('b-w').tiff({ compression: 'ccittfax4', bitdepth: 1 })],
  ['CMYK', picture(3).toColourspace('cmyk').tiff({ compression: 'deflate' })],
  ['Lab', picture(3).toColourspace('lab').tiff({ compression: 'deflate' })],
  ['sixteen bits of grey', picture(3).toColourspace('grey16').tiff({ compression: 'deflate' })],
  ['WebP inside', picture(3).tiff({ compression: 'webp' })],
  ['another profile', picture(3).withIccProfile('p3').tiff({ compression: 'deflate' })],
])('%s is refused rather than shown with other pixels than an engine’s', async (_, encoder) => {
  const tiff = new Uint8Array(await encoder.toBuffer());
  await expect(tiffPixels(tiff, 0)).rejects.toThrow(UnreadTiff);
});

const jpeg = (strip: Sharp): Promise<Buffer> => strip.jpeg().toBuffer();

test.each([
  ['a profile in it', [picture(3).withIccProfile('p3')], { 262: [6] }],
  [
    'a plane for each colour',
    ([0, 1, 2] as const).map((colour) => picture(3).extractChannel(colour)),
    { 262: [2], 284: [2] },
  ],
])('JPEG data with %s, which an engine decodes, is left to it', async (_, pictures, fields) => {
  const strips = await Promise.all(pictures.map(jpeg));
  const tiff = tiffFile(
    { width, height, channels: 3, data: new Uint8Array(Buffer.concat(strips)) },
    {
      259: [7],
      273: strips.map((_strip, at) => strips.slice(0, at).reduce((sum, { length }) => sum + length, 8)),
      279: strips.map(({ length }) => length),
      ...fields,
    },
  );
  expect(await sharp(tiff).raw().toBuffer()).toHaveLength(width * height * 3);
  await expect(tiffPixels(tiff, 0)).rejects.toThrow(UnreadTiff);
});
