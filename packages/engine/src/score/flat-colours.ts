import type { Raster } from '../raster.ts';
import { interpolate } from './calibration.ts';
import type { Knots } from './calibration.ts';

/** Score by how far two colours are apart in the channel where they differ most, of 255: compression moves a colour by a few levels. */
export const flatColourScores: Knots = [
  [0, 0.97],
  [4, 0.97],
  [8, 0.9],
  [20, 0.6],
  [60, 0.2],
  [255, 0],
];

function meanColour({ data }: Raster): readonly number[] {
  const sums = [0, 0, 0];
  data.forEach((value, at) => {
    sums[at % 3] = (sums[at % 3] ?? 0) + value;
  });
  return sums.map((sum) => (3 * sum) / data.length);
}

/** How alike two pictures are that are one colour all over, 0…1: the same colour is the same picture, there is nothing else to see. */
export function scoreOfFlat(first: Raster, second: Raster): number {
  const [a, b] = [meanColour(first), meanColour(second)];
  return interpolate(flatColourScores, Math.max(...a.map((value, channel) => Math.abs(value - (b[channel] ?? 0)))));
}
