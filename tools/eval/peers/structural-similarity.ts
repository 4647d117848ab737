import { ssim } from 'ssim.js';
import { squash } from '../../../packages/engine/src/features/resample.ts';
import type { Peer } from './peer.ts';

const side = 64;

/** Mean structural similarity of 64 × 64 versions, by the package ssim.js. */
export const structuralSimilarity: Peer = {
  name: 'ssim.js 64²',
  describe: async (_encoded, raster) => {
    const pixels = squash(raster, side, side);
    const data = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let at = 0; at < side * side; at += 1)
      for (let channel = 0; channel < 3; channel += 1) data[4 * at + channel] = pixels[3 * at + channel] ?? 0;
    return { data, width: side, height: side };
  },
  compare: (first, second) =>
    ssim(first as Parameters<typeof ssim>[0], second as Parameters<typeof ssim>[1], { downsample: false }).mssim,
};
