import { squash } from '../../../packages/engine/src/features/resample.ts';
import type { Raster } from '../../../packages/engine/src/raster.ts';
import type { Peer } from './peer.ts';

const bits = 64;

function greys(raster: Raster, width: number, height: number): number[] {
  const pixels = squash(raster, width, height);
  return Array.from(
    { length: width * height },
    (_, at) => 0.299 * (pixels[3 * at] ?? 0) + 0.587 * (pixels[3 * at + 1] ?? 0) + 0.114 * (pixels[3 * at + 2] ?? 0),
  );
}

/** Share of equal bits of two hashes. */
function equalBits(first: unknown, second: unknown): number {
  const [a, b] = [first as readonly boolean[], second as readonly boolean[]];
  return a.filter((bit, at) => bit === b[at]).length / a.length;
}

/** Average hash: each of 8 × 8 greys against their mean. */
export const averageHash: Peer = {
  name: 'aHash',
  describe: async (_encoded, raster) => {
    const values = greys(raster, 8, 8);
    const mean = values.reduce((sum, value) => sum + value, 0) / bits;
    return values.map((value) => value > mean);
  },
  compare: equalBits,
};

/** Difference hash: each grey of 9 × 8 against its right neighbour. */
export const differenceHash: Peer = {
  name: 'dHash',
  describe: async (_encoded, raster) => {
    const values = greys(raster, 9, 8);
    return Array.from(
      { length: bits },
      (_, at) =>
        (values[Math.floor(at / 8) * 9 + (at % 8)] ?? 0) < (values[Math.floor(at / 8) * 9 + (at % 8) + 1] ?? 0),
    );
  },
  compare: equalBits,
};
