import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkPicture } from '@semblance/picture';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { HeadedFile } from '../../ingest/picture-decoder.ts';
import { libvipsDecoder } from '../../ingest/libvips-decoder.ts';
import type { LumaPlane } from '../../raster.ts';
import { decodeDetail } from './decode-detail.ts';

const source = await readFile(path.join(import.meta.dirname, '../../../../../examples/mug-daily-front.jpg'));

function headed(bytes: Uint8Array): HeadedFile {
  const check = checkPicture(bytes, { which: 'primary', pixelRange: { minPixels: 1, maxPixels: 8192 } });
  if (!check.ok) throw new Error(check.detail.en);
  return { bytes, header: check.header };
}

async function detailOf(bytes: Uint8Array): Promise<LumaPlane> {
  const detail = await decodeDetail(libvipsDecoder, headed(bytes));
  if (!detail.ok) throw new Error('not decoded');
  return detail.value;
}

test.each([
  [400, 300],
  [900, 700],
  [1155, 866],
  [1201, 1000],
  [1600, 1201],
  [2003, 1500],
  [3001, 2201],
  [300, 3000],
])('a JPEG of %i × %i is seen in the detail that its pixels give in another file', async (width, height) => {
  const jpeg = await sharp(source).resize(width, height, { fit: 'fill' }).jpeg({ quality: 92 }).toBuffer();
  const [ours, theirs] = [await detailOf(jpeg), await detailOf(await sharp(jpeg).png().toBuffer())];
  expect([ours.width, ours.height]).toEqual([theirs.width, theirs.height]);
  const sum = ours.data.reduce((total, value, at) => total + Math.abs(value - (theirs.data[at] ?? 0)), 0);
  expect(sum / ours.data.length).toBeLessThan(1.5);
});

test('a progressive JPEG is seen in the same detail as a plain one', async () => {
  const resized = sharp(source).resize(1155, 866, { fit: 'fill' });
  const plain = await detailOf(await resized.clone().jpeg({ quality: 92 }).toBuffer());
  const progressive = await detailOf(await resized.clone().jpeg({ quality: 92, progressive: true }).toBuffer());
  const errors = plain.data.map((value, at) => Math.abs(value - (progressive.data[at] ?? 0)));
  expect(errors.reduce((sum, error) => sum + error, 0) / errors.length).toBeLessThan(0.5);
});
