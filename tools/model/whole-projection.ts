import { layerShape } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { readHalves } from './array-bytes.ts';
import type { RawProjection } from './embedding-heads.ts';

/** Sums of products up to this are whole in 32-bit floats, in whatever order they are added. */
const exactLimit = 2 ** 24;
/** Whole numbers up to this are kept exactly in 16 bits. */
const largestWhole = 2048;

/** A projection in whole numbers. */
export interface WholeProjection {
  readonly mean: Float64Array;
  /** `channels × embeddingLength`. */
  readonly matrix: Float64Array;
  /** A pooled vector of unit length, less the mean, is multiplied by this and rounded. */
  readonly fineness: number;
}

const lengthOf = (values: Float64Array): number => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

/**
 * Makes a projection whole, as fine as its sums stay exact: no part of a sum of products exceeds the product of both
 * vectors' lengths (Cauchy and Schwarz), rounding included, so both get half of the bits.
 */
export function wholeProjection(layer: LayerName, { mean, matrix }: RawProjection): WholeProjection {
  const { channels, embeddingLength } = layerShape[layer];
  const means = readHalves(mean);
  const values = readHalves(matrix);
  const rows = Array.from({ length: embeddingLength }, (_, row) =>
    values.subarray(row * channels, (row + 1) * channels),
  );
  const most = Math.sqrt(exactLimit) - Math.sqrt(channels) / 2;
  const scale = Math.min(largestWhole, most / Math.max(...rows.map(lengthOf)));
  const whole = new Float64Array(values.length);
  rows.forEach((row, to) =>
    row.forEach((value, from) => {
      whole[from * embeddingLength + to] = Math.round(value * scale);
    }),
  );
  return { mean: means, matrix: whole, fineness: Math.floor(most / (1 + lengthOf(means))) };
}
