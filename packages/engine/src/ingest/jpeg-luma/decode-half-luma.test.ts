import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import type { LumaPlane } from '../../raster.ts';
import { decodeHalfLuma } from './decode-half-luma.ts';

const examples = path.join(import.meta.dirname, '../../../../../examples');
const kinds = path.join(import.meta.dirname, '../../../test/pictures/jpeg-kinds');

/** Decodes all of a file, and takes the means of 2 × 2 samples of its brightness. */
async function expected(bytes: Uint8Array): Promise<LumaPlane> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const lumaAt = (x: number, y: number): number => {
    const [red = 0, green = 0, blue = 0] = data.subarray((y * info.width + x) * info.channels);
    return info.channels === 1 ? red : 0.299 * red + 0.587 * green + 0.114 * blue;
  };
  const [width, height] = [info.width >> 1, info.height >> 1];
  const means = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [2 * (at % width), 2 * Math.floor(at / width)];
    return Math.round((lumaAt(x, y) + lumaAt(x + 1, y) + lumaAt(x, y + 1) + lumaAt(x + 1, y + 1)) / 4);
  });
  return { width, height, data: means };
}

/** How far samples lie from those of a file that was decoded as a whole: in the mean, and at most. */
async function errorOf(bytes: Uint8Array): Promise<{ mean: number; most: number }> {
  const [ours, theirs] = [decodeHalfLuma(bytes), await expected(bytes)];
  if (ours === undefined) throw new Error('not decoded');
  expect([ours.width, ours.height, ours.data.length]).toEqual([theirs.width, theirs.height, theirs.data.length]);
  const errors = theirs.data.map((value, at) => Math.abs(value - (ours.data[at] ?? 0)));
  const sum = errors.reduce((total, error) => total + error, 0);
  return { mean: sum / errors.length, most: errors.reduce((most, error) => Math.max(most, error), 0) };
}

async function filesIn(folder: string, pattern: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of glob(pattern, { cwd: folder })) names.push(path.join(folder, name));
  return names.toSorted();
}

test.each(await filesIn(kinds, '{1x2,2x1,2x2,4x1,4x2,restarts}.jpg'))(
  '%s gives the means of the decoded samples',
  async (name) => {
    const { mean, most } = await errorOf(await readFile(name));
    expect(mean).toBeLessThan(0.35);
    expect(most).toBeLessThanOrEqual(3);
  },
);

test.each(await filesIn(examples, '*-front.jpg'))('%s gives the means of the decoded samples', async (name) => {
  // Overshoots at edges are cut off before the mean there, and after it here.
  const { mean, most } = await errorOf(await readFile(name));
  expect(mean).toBeLessThan(0.5);
  expect(most).toBeLessThanOrEqual(24);
});

test.each([
  ['grey', (source: Sharp) => source.toColourspace('b-w').jpeg()],
  ['colours at full size', (source: Sharp) => source.jpeg({ chromaSubsampling: '4:4:4' })],
  ['tables of its own', (source: Sharp) => source.jpeg({ optimiseCoding: true, quality: 97 })],
  ['strongly compressed', (source: Sharp) => source.jpeg({ quality: 15 })],
  ['with a colour profile', (source: Sharp) => source.withIccProfile('srgb').jpeg()],
])('a picture of odd sides: %s', async (_, encode) => {
  const source = sharp(path.join(examples, 'mug-daily-front.jpg')).resize(1013, 751, { fit: 'fill' });
  const { mean, most } = await errorOf(await encode(source).toBuffer());
  expect(mean).toBeLessThan(0.5);
  expect(most).toBeLessThanOrEqual(24);
});

test.each(await filesIn(kinds, '{progressive*,rgb}.jpg'))('%s is left to another decoder', async (name) => {
  expect(decodeHalfLuma(await readFile(name))).toBeUndefined();
});

test('so are CMYK, a truncated file, one that is none', async () => {
  const bytes = await readFile(path.join(examples, 'mug-daily-front.jpg'));
  const inks = await sharp(bytes).toColourspace('cmyk').jpeg().toBuffer();
  for (const file of [inks, new Uint8Array(0), bytes.subarray(0, 2), Uint8Array.from({ length: 900 }, (_, at) => at)])
    expect(decodeHalfLuma(file)).toBeUndefined();
  for (const share of [0.02, 0.3, 0.6, 0.95])
    expect(decodeHalfLuma(bytes.subarray(0, Math.floor(bytes.length * share)))).toBeUndefined();
});

test.each(await filesIn(kinds, '{2x2,restarts}.jpg'))(
  'damage to %s does not break the decoder, or show in the picture that comes after it',
  async (name) => {
    const bytes = await readFile(name);
    const whole = decodeHalfLuma(bytes);
    for (let at = 2; at < bytes.length; at += 11) {
      const damaged = Uint8Array.from(bytes);
      damaged[at] = (damaged[at] ?? 0) ^ 0x5a;
      const decoded = decodeHalfLuma(damaged);
      expect(decoded === undefined || decoded.data.length === decoded.width * decoded.height).toBe(true);
      expect(decodeHalfLuma(bytes)).toEqual(whole);
    }
  },
);
