import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Raster } from '../../raster.ts';
import { lanczosShrink } from './lanczos-shrink.ts';

/** Random pixels, which reveal any error of a kernel. */
function noise(width: number, height: number): Raster {
  let state = width * 7919 + height;
  const data = Uint8Array.from({ length: width * height * 3 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  return { width, height, data };
}

test.each([
  [640, 480, 320],
  [641, 479, 320],
  [1200, 900, 320],
  [901, 1200, 320],
  [321, 123, 320],
  [4000, 201, 320],
  [333, 1999, 320],
  [1300, 1301, 512],
  [2048, 1536, 693],
  [3001, 100, 40],
  [962, 646, 320],
  [515, 418, 320],
  [1266, 846, 320],
])('%i × %i into %i gives sharp’s pixels to the bit', async (width, height, side) => {
  const raster = noise(width, height);
  const { data, info } = await sharp(raster.data, { raw: { width, height, channels: 3 } })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shrunk = lanczosShrink(raster, side);
  expect([shrunk.width, shrunk.height]).toEqual([info.width, info.height]);
  const differing = shrunk.data.reduce((sum, value, at) => sum + Number(value !== data[at]), 0);
  expect(differing).toBe(0);
});

test('a picture that fits is returned unchanged', () => {
  const raster = noise(20, 10);
  expect(lanczosShrink(raster, 20)).toBe(raster);
});
