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

/** A picture under a copy of the profile of Display P3 whose curves are changed. */
async function underCurves(change: (profile: Buffer, at: number) => void): Promise<Buffer> {
  const source = await readFile(path.join(examples, 'mug-daily-front.jpg'));
  const p3 = await sharp(source).withIccProfile('p3').jpeg().toBuffer();
  const { icc = Buffer.alloc(0) } = await sharp(p3).metadata();
  const at = p3.indexOf(icc);
  expect(at).toBeGreaterThan(0);
  const profile = p3.subarray(at, at + icc.length);
  for (const name of ['rTRC', 'gTRC', 'bTRC']) change(profile, profile.readUInt32BE(profile.indexOf(name) + 4));
  return p3;
}

const withExponent =
  (exponent: number) =>
  (profile: Buffer, at: number): void => {
    profile.writeUInt16BE(0, at + 8);
    profile.writeInt32BE(Math.round(exponent * 65_536), at + 12);
  };

test.each([
  ['Display P3', () => undefined],
  ['an exponent of 2.2', withExponent(2.2)],
])('a profile of usual tones is no hindrance: %s', async (_, change) => {
  const { mean } = await errorOf(await underCurves(change));
  expect(mean).toBeLessThan(2.5);
});

test.each([
  ['linear', withExponent(1)],
  ['ProPhoto’s', withExponent(1.8)],
  ['an unknown formula', (profile: Buffer, at: number): void => void profile.writeUInt16BE(4, at + 8)],
  ['no curve', (profile: Buffer, at: number): void => void profile.write('mluc', at)],
])('a profile of other tones is for a decoder that applies it: %s', async (_, change) => {
  expect(decodeHalfLuma(await underCurves(change))).toBeUndefined();
});

test.each([
  ['cut off', 200],
  ['that lies in several segments', 2],
])('so is a profile %s', async (kind, value) => {
  const bytes = await underCurves(() => undefined);
  const at = bytes.indexOf('ICC_PROFILE');
  if (kind === 'cut off') bytes.writeUInt16BE(value, at - 2);
  else bytes.writeUInt8(value, at + 13);
  expect(decodeHalfLuma(bytes)).toBeUndefined();
});

test('so are quantisers so far apart that weights in 16 bits cannot hold them', async () => {
  const bytes = await sharp(path.join(examples, 'mug-daily-front.jpg')).jpeg({ quality: 90 }).toBuffer();
  const at = bytes.indexOf(Buffer.from([0xff, 0xdb, 0, 67, 0]));
  const wide = Buffer.alloc(133);
  wide.set([0xff, 0xdb, 0, 131, 0x10]);
  for (let index = 0; index < 64; index += 1) wide.writeUInt16BE(bytes.readUInt8(at + 5 + index), 5 + 2 * index);
  const widened = (): Buffer => Buffer.concat([bytes.subarray(0, at), wide, bytes.subarray(at + 69)]);
  expect((await errorOf(widened())).mean).toBeLessThan(0.5);
  wide.writeUInt16BE(65_535, 5 + 2 * 60);
  expect(decodeHalfLuma(widened())).toBeUndefined();
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
