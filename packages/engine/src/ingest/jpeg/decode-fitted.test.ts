import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import type { Raster } from '../../raster.ts';
import { openEncoded } from '../hardened-sharp.ts';
import { finishPixels, fitSize } from '../render.ts';
import { decodeFitted } from './decode-fitted.ts';

const examples = path.join(import.meta.dirname, '../../../../../examples');
/** Files of every sampling, made by libjpeg's `cjpeg -sample … -restart … -progressive -rgb`. */
const kinds = path.join(import.meta.dirname, '../../../test/pictures/jpeg-kinds');
const mug = await readFile(path.join(examples, 'mug-daily-front.jpg'));

async function filesIn(folder: string, pattern: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of glob(pattern, { cwd: folder })) names.push(path.join(folder, name));
  return names.toSorted();
}

/** What libvips makes of a file; undefined for one that it refuses. */
async function byLibvips(bytes: Uint8Array, maxSidePx: number): Promise<Raster | undefined> {
  const decoded = await finishPixels(fitSize(openEncoded(bytes), maxSidePx), 4000);
  if (!decoded.ok) return undefined;
  const { width, height, data } = decoded.value;
  return { width, height, data };
}

/** Whether both are pictures, with the same bytes. */
function areEqual(first: Raster | undefined, second: Raster | undefined): boolean {
  return first !== undefined && second !== undefined && Buffer.compare(first.data, second.data) === 0;
}

/** Compares with libvips; how many bytes differ of a picture of the same size. */
async function differing(bytes: Uint8Array, maxSidePx: number): Promise<number> {
  const [ours, theirs] = [decodeFitted(bytes, maxSidePx), await byLibvips(bytes, maxSidePx)];
  if (ours === undefined || theirs === undefined) throw new Error('not decoded');
  expect([ours.width, ours.height, ours.data.length]).toEqual([theirs.width, theirs.height, theirs.data.length]);
  return ours.data.reduce((sum, value, at) => sum + Number(value !== theirs.data[at]), 0);
}

test.each(await filesIn(examples, '{*,edited/*}.jpg'))('%s gives libvips’s bytes', async (name) => {
  expect(await differing(await readFile(name), 320)).toBe(0);
});

test.each(await filesIn(kinds, '{2x1,2x2,restarts}.jpg'))('%s gives them, however much it is shrunk', async (name) => {
  const bytes = await readFile(name);
  for (const side of [2000, 203, 202, 150, 101, 95, 60, 47, 24]) expect(await differing(bytes, side)).toBe(0);
});

test.each([
  ['half the colours across and down', { chromaSubsampling: '4:2:0', quality: 83 }],
  ['all of the colours', { chromaSubsampling: '4:4:4', quality: 83 }],
  ['nearly every coefficient', { quality: 100 }],
  ['hardly any', { quality: 3 }],
  ['tables of its own', { optimiseCoding: true, quality: 97 }],
] as const)('%s, at odd sizes', async (_, options) => {
  for (const [width, height] of [
    [1013, 751],
    [333, 641],
    [962, 646],
    [515, 418],
    [623, 1139],
    [17, 900],
    [8, 8],
    [5, 3],
  ] as const) {
    const bytes = await sharp(mug).resize(width, height, { fit: 'fill' }).jpeg(options).toBuffer();
    for (const side of [2000, 320, 240, 110]) expect(await differing(bytes, side)).toBe(0);
  }
});

test('noise, which reveals any error of a transform or of a kernel', async () => {
  const [width, height] = [700, 500];
  let state = 4711;
  const noise = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return state % 256;
  });
  for (const chromaSubsampling of ['4:2:0', '4:4:4']) {
    for (const quality of [100, 90, 50]) {
      const picture = sharp(noise, { raw: { width, height, channels: 3 } });
      const bytes = await picture.jpeg({ quality, chromaSubsampling }).toBuffer();
      for (const side of [700, 340, 320, 160, 80]) expect(await differing(bytes, side)).toBe(0);
    }
  }
});

test('a grey picture becomes three equal channels', async () => {
  const bytes = await sharp(mug).toColourspace('b-w').jpeg().toBuffer();
  for (const side of [2000, 320]) expect(await differing(bytes, side)).toBe(0);
});

test.each([
  ['progressive', (source: Sharp) => source.jpeg({ progressive: true })],
  ['with a colour profile', (source: Sharp) => source.withIccProfile('srgb').jpeg()],
  ['of four inks', (source: Sharp) => source.toColourspace('cmyk').jpeg()],
  ['too large after decoding', (source: Sharp) => source.resize(1500, 1500, { fit: 'fill' }).jpeg()],
])('a picture %s is left to libvips', async (_, encode) => {
  expect(decodeFitted(await encode(sharp(mug)).toBuffer(), 1500)).toBeUndefined();
});

test.each(await filesIn(kinds, '{1x2,4x1,progressive*,rgb}.jpg'))('so is %s', async (name) => {
  expect(decodeFitted(await readFile(name), 320)).toBeUndefined();
});

test('so is a truncated file, but not one that lacks only its end marker', () => {
  for (const share of [0, 0.001, 0.02, 0.3, 0.6, 0.95])
    expect(decodeFitted(mug.subarray(0, Math.floor(mug.length * share)), 320)).toBeUndefined();
  expect(areEqual(decodeFitted(mug.subarray(0, -2), 320), decodeFitted(mug, 320))).toBe(true);
});

test.each(await filesIn(kinds, '{2x2,restarts}.jpg'))(
  'damage to %s that libvips refuses is refused, and does not show in the picture that comes after it',
  async (name) => {
    const bytes = await readFile(name);
    const whole = decodeFitted(bytes, 100);
    let state = 4711;
    const next = (below: number): number => {
      state = (state * 48_271) % 2_147_483_647;
      return state % below;
    };
    for (let round = 0; round < 600; round += 1) {
      const damaged = Uint8Array.from(bytes);
      // Every other time in the head.
      damaged[2 + next((round % 2 === 0 ? bytes.length : 700) - 2)] = next(256);
      const decoded = decodeFitted(damaged, 100);
      if (decoded === undefined) continue;
      const theirs = await byLibvips(damaged, 100);
      expect([decoded.width, decoded.height]).toEqual([theirs?.width, theirs?.height]);
      expect(areEqual(decodeFitted(bytes, 100), whole)).toBe(true);
    }
  },
);
