import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { hasProfile, pngPixels } from './png-pixels.ts';

const [width, height] = [37, 23];
const picture = (channels: 3 | 4): Sharp => {
  const data = Uint8Array.from({ length: width * height * channels }, (_, at) => (at * 73 + (at >> 3) * 19) & 255);
  return sharp(data, { raw: { width, height, channels } });
};

test.each([
  ['colours', picture(3).png()],
  ['colours and alpha', picture(4).png()],
  ['grey', picture(3).toColourspace('b-w').png()],
  ['grey and alpha', picture(4).toColourspace('b-w').png()],
  ['a palette', picture(3).png({ palette: true, colours: 200, dither: 0 })],
  ['a palette with alpha', picture(4).png({ palette: true, colours: 200, dither: 0 })],
  ['four bits a pixel', picture(3).png({ palette: true, colours: 12, dither: 0 })],
  ['one bit a pixel', picture(3).png({ palette: true, colours: 2, dither: 0 })],
  ['sixteen bits', picture(3).toColourspace('rgb16').png()],
  ['interlaced', picture(4).png({ progressive: true })],
])('%s: the pixels equal sharp’s', async (_, encoder) => {
  const png = await encoder.toBuffer();
  const { data, info } = await sharp(png)
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  const colours = info.channels < 3 ? 1 : 3;
  const expected = Array.from({ length: width * height }, (_pixel, at) => {
    const from = at * info.channels;
    const rgb = [0, 1, 2].map((channel) => data[from + (colours === 1 ? 0 : channel)]);
    return [...rgb, info.channels === 2 || info.channels === 4 ? data[from + info.channels - 1] : 255];
  });
  const { channels, data: ours } = pngPixels(new Uint8Array(png));
  const seen = expected.map((_pixel, at) => [
    ...ours.subarray(at * channels, at * channels + 3),
    channels === 4 ? ours[at * 4 + 3] : 255,
  ]);
  expect(seen).toEqual(expected);
});

test('a colour profile is noticed', async () => {
  expect(hasProfile(new Uint8Array(await picture(3).png().toBuffer()))).toBe(false);
  expect(hasProfile(new Uint8Array(await picture(3).withIccProfile('p3').png().toBuffer()))).toBe(true);
});

test('a truncated file is refused', async () => {
  const png = new Uint8Array(await picture(3).png().toBuffer());
  expect(() => pngPixels(png.subarray(0, png.length >> 1))).toThrow(Error);
});
