import { glob, readFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import { expect, test } from 'vitest';
import type { Raster } from '../../../raster.ts';
import { lanczosShrink } from '../lanczos-shrink.ts';
import { decodeJpeg, jpegShrinkFor } from './decode-jpeg.ts';

const examples = path.join(import.meta.dirname, '../../../../../../examples');
/** Files of every sampling, made by libjpeg's `cjpeg -sample … -restart … -progressive -rgb`. */
const kinds = path.join(import.meta.dirname, '../../../../test/pictures/jpeg-kinds');

/** Decodes and fits like a page. */
function fitted(bytes: Uint8Array, size: { readonly width: number; readonly height: number }, side: number): Raster {
  const decoded = decodeJpeg(bytes, jpegShrinkFor(size, side));
  if (typeof decoded === 'string') throw new Error(decoded);
  return lanczosShrink(decoded, side, 'decoder');
}

/** Decodes and fits like the engine. */
async function expected(bytes: Uint8Array, side: number): Promise<Raster> {
  const { data, info } = await sharp(bytes, { failOn: 'error', sequentialRead: true })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  if (info.channels === 3) return { width: info.width, height: info.height, data };
  const colour = Uint8Array.from({ length: data.length * 3 }, (_, at) => data[Math.floor(at / 3)] ?? 0);
  return { width: info.width, height: info.height, data: colour };
}

async function differing(bytes: Uint8Array, side: number): Promise<number> {
  const { width, height } = await sharp(bytes).metadata();
  const [ours, theirs] = [fitted(bytes, { width, height }, side), await expected(bytes, side)];
  expect([ours.width, ours.height]).toEqual([theirs.width, theirs.height]);
  return ours.data.reduce((sum, value, at) => sum + Number(value !== theirs.data[at]), 0);
}

async function filesIn(folder: string, pattern: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of glob(pattern, { cwd: folder })) names.push(name);
  return names.toSorted();
}

test.each(await filesIn(examples, '{*-front,edited/*,formats/*}.jpg'))(
  '%s is decoded to the engine’s pixels',
  async (name) => {
    expect(await differing(await readFile(path.join(examples, name)), 320)).toBe(0);
  },
);

test.each(await filesIn(kinds, '*.jpg'))('%s, at every shrink, gives the engine’s pixels', async (name) => {
  const bytes = await readFile(path.join(kinds, name));
  for (const side of [400, 101, 95, 47, 24, 11]) expect(await differing(bytes, side)).toBe(0);
});

test.each(['progressive', 'grey', 'whole colour', 'half colour'])(
  '%s, of an odd size and at every shrink, gives the engine’s pixels',
  async (kind) => {
    const source = sharp(path.join(examples, 'mug-daily-front.jpg')).resize(1013, 751, { fit: 'fill' });
    if (kind === 'grey') source.toColourspace('b-w');
    const chromaSubsampling = kind === 'whole colour' ? '4:4:4' : '4:2:0';
    const bytes = await source.jpeg({ quality: 83, progressive: kind === 'progressive', chromaSubsampling }).toBuffer();
    for (const side of [2000, 480, 240, 110, 60]) expect(await differing(bytes, side)).toBe(0);
  },
);

test.each([
  [333, 641],
  [962, 646],
  [515, 418],
  [623, 1139],
  [1258, 395],
])('%i × %i gives the engine’s pixels', async (width, height) => {
  const source = sharp(path.join(examples, 'mug-daily-front.jpg')).resize(width, height, { fit: 'fill' });
  expect(await differing(await source.jpeg().toBuffer(), 320)).toBe(0);
});

test('a truncated file is corrupt; one that lacks only its end marker is complete', async () => {
  const bytes = await readFile(path.join(examples, 'mug-daily-front.jpg'));
  for (const share of [0.05, 0.3, 0.6, 0.95])
    expect(decodeJpeg(bytes.subarray(0, Math.floor(bytes.length * share)), 4)).toBe('corrupt');
  expect(decodeJpeg(bytes.subarray(0, -2), 4)).toEqual(decodeJpeg(bytes, 4));
});

test.each([
  ['CMYK', (source: Sharp) => source.toColourspace('cmyk').jpeg()],
  ['a colour profile', (source: Sharp) => source.withIccProfile('p3').jpeg()],
])('%s is not decoded here', async (_, encode) => {
  const bytes = await encode(sharp({ create: { width: 40, height: 30, channels: 3, background: '#824' } })).toBuffer();
  expect(decodeJpeg(bytes, 1)).toBe('other-kind');
});

test('no damaged file causes an endless loop or a read past its end', async () => {
  const bytes = await readFile(path.join(kinds, 'progressive-restarts.jpg'));
  for (let at = 2; at < bytes.length; at += 7) {
    const damaged = Uint8Array.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 0x5a;
    const decoded = decodeJpeg(damaged, 1);
    const isWhole = typeof decoded === 'string' || decoded.data.length === decoded.width * decoded.height * 3;
    expect(isWhole).toBe(true);
  }
});
