import { expect, test } from 'vitest';
import { checkPicture } from '@semblance/picture';
import type { PictureHeader } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import sharp from 'sharp';
import { releasePixels } from './release-pixels.ts';

async function headerOf(format: 'jpeg' | 'png'): Promise<PictureHeader> {
  const plain = sharp({ create: { width: 300, height: 300, channels: 3, background: '#345' } });
  const check = checkPicture(await plain.toFormat(format).toBuffer(), {
    which: 'primary',
    pixelRange: serviceTypes.generic,
  });
  if (!check.ok) throw new Error(check.detail.en);
  return check.header;
}

test('pixels of a JPEG are given back at once', async () => {
  const pixels = new Uint8Array(64);
  releasePixels({ header: await headerOf('jpeg') }, pixels);
  expect(pixels).toHaveLength(0);
  expect(pixels.buffer.detached).toBe(true);
});

test('a part of a larger buffer, and what may be the bytes of a file, stay', async () => {
  const part = new Uint8Array(64).subarray(8);
  releasePixels({ header: await headerOf('jpeg') }, part);
  const file = new Uint8Array(64);
  releasePixels({ header: await headerOf('png') }, file);
  expect([part.length, file.length]).toEqual([56, 64]);
});
