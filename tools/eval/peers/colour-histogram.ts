import { squash } from '../../../packages/engine/src/features/resample.ts';
import type { Peer } from './peer.ts';

const binsEach = 8;

/** RGB histogram of 8 × 8 × 8 bins, compared by the Bhattacharyya coefficient. */
export const colourHistogram: Peer = {
  name: 'RGB histogram',
  describe: async (_encoded, raster) => {
    const pixels = squash(raster, 128, 128);
    const counts = new Float64Array(binsEach ** 3);
    const bin = (value: number): number => Math.min(binsEach - 1, Math.floor(value / (256 / binsEach)));
    for (let at = 0; at < pixels.length; at += 3) {
      const index = (bin(pixels[at] ?? 0) * binsEach + bin(pixels[at + 1] ?? 0)) * binsEach + bin(pixels[at + 2] ?? 0);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    return counts.map((count) => Math.sqrt(count / (pixels.length / 3)));
  },
  compare: (first, second) => {
    const b = second as Float64Array;
    return (first as Float64Array).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  },
};
