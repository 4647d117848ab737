import { squash } from '../../../packages/engine/src/features/resample.ts';
import type { Raster } from '../../../packages/engine/src/raster.ts';
import type { Peer } from './peer.ts';

const side = 64;
const kept = 16;

/** Rows 1…16 of the 64-point discrete cosine transform. */
const cosines: Float64Array[] = Array.from({ length: kept }, (_, row) =>
  Float64Array.from(
    { length: side },
    (_, column) => Math.sqrt(2 / side) * Math.cos((Math.PI / 2 / side) * (row + 1) * (2 * column + 1)),
  ),
);

function luma(raster: Raster): Float64Array {
  const pixels = squash(raster, side, side);
  return Float64Array.from(
    { length: side * side },
    (_, at) => 0.299 * (pixels[3 * at] ?? 0) + 0.587 * (pixels[3 * at + 1] ?? 0) + 0.114 * (pixels[3 * at + 2] ?? 0),
  );
}

/**
 * The 256-bit PDQ hash: 16 × 16 coefficients against their median. The reference shrinks with a two-pass Jarosz filter;
 * here the engine's triangle filter does, which moves few bits.
 * @source facebook/ThreatExchange, hashing/hashing.pdf, section "PDQ".
 */
export const pdq: Peer = {
  name: 'PDQ (own)',
  describe: async (_encoded, raster) => {
    const plane = luma(raster);
    const rows = cosines.map((cosine) =>
      Float64Array.from({ length: side }, (_, column) =>
        cosine.reduce((sum, factor, row) => sum + factor * (plane[row * side + column] ?? 0), 0),
      ),
    );
    const values = rows.flatMap((row) =>
      cosines.map((cosine) => cosine.reduce((sum, factor, column) => sum + factor * (row[column] ?? 0), 0)),
    );
    const median = values.toSorted((a, b) => a - b)[values.length / 2] ?? 0;
    return values.map((value) => value > median);
  },
  compare: (first, second) => {
    const [a, b] = [first as readonly boolean[], second as readonly boolean[]];
    return a.filter((bit, at) => bit === b[at]).length / a.length;
  },
};
