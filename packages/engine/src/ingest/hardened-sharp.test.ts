import sharp from 'sharp';
import { expect, test } from 'vitest';
import { join } from '../../../picture/test/files/byte-writer.ts';
import { pngFile } from '../../../picture/test/files/png-file.ts';
import { pnmBinary } from '../../../picture/test/files/pnm-file.ts';
import { photoLike } from '../../../picture/test/files/test-image.ts';
import { openEncoded } from './hardened-sharp.ts';

const svg = join('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><rect width="9" height="9"/></svg>');
const image = photoLike(120, 110);

test('only the five accepted formats can be opened in the whole process', async () => {
  expect((await openEncoded(pngFile(image)).metadata()).width).toBe(120);
  for (const bytes of [svg, pnmBinary(image)]) {
    await expect(openEncoded(bytes).metadata()).rejects.toThrow('unsupported image format');
    await expect(sharp(bytes).metadata()).rejects.toThrow('unsupported image format');
  }
});

test('nothing is cached, and one picture uses one thread', () => {
  openEncoded(pngFile(image));
  expect(sharp.concurrency()).toBe(1);
  expect(sharp.cache()).toMatchObject({ items: { max: 0 }, memory: { max: 0 } });
});

test('a header that declares more pixels than the contract allows is not decoded', async () => {
  const wide = pngFile({ width: 4_097, height: 4_097, channels: 1, data: new Uint8Array(4_097 * 4_097) });
  await expect(openEncoded(wide).raw().toBuffer()).rejects.toThrow('pixel limit');
});
