import { naturalOrder } from '../portable/jpeg/frame.ts';

const side = 8;
/** Places in a row of the decoder's block: waves that look alike at half the size lie beside each other. */
const placeOfWave = [0, 2, 4, 6, 1, 7, 5, 3] as const;

/** Place of each coefficient in the decoder's block, bytes, in the order of the file. */
export const halfOrder: Uint8Array = naturalOrder.map(
  (at) => 2 * ((at & ~(side - 1)) + (placeOfWave[at % side] as number)),
);

const wave = (angle: number): number => Math.cos((angle * Math.PI) / 16) / 2;

/**
 * What a wave of a block becomes in the means of each two samples along one axis. The mean of two is the wave at half
 * the size, weakened; of eight waves the upper three then look like lower ones, turned over, and one is gone. The
 * transform's own factors are taken out of it: cos(π / 8) of odd waves, cos(π / 4) of the second.
 */
const axisWeights: readonly number[] = [
  Math.SQRT1_2 / 2,
  wave(1) * Math.cos(Math.PI / 8),
  wave(2) * Math.SQRT1_2,
  wave(3) * Math.cos(Math.PI / 8),
  0,
  -wave(5) * Math.cos(Math.PI / 8),
  -wave(6) * Math.SQRT1_2,
  -wave(7) * Math.cos(Math.PI / 8),
];

const largestWord = 32_767;
/** A step of the smallest quantiser, in units of the weights: a coefficient of the whole range, 2048, is off by 2 at most. */
const leastFineness = 512;

/** Weights of a block's coefficients in the decoder's order, in fixed point, and what undoes that. */
export interface HalfWeights {
  readonly words: Int16Array;
  readonly scale: number;
}

/**
 * Weights that turn coefficients, with their quantisers, into those of the block at half its size.
 * @returns undefined where quantisers lie so far apart that the small ones would be lost; those of 8 bits never do.
 */
export function halfWeights(quant: Uint16Array): HalfWeights | undefined {
  const products = Float64Array.from(
    quant,
    (value, at) => value * (axisWeights[at >> 3] as number) * (axisWeights[at % side] as number),
  );
  const largest = products.reduce((most, product) => Math.max(most, Math.abs(product)), 1e-6);
  const unit = 2 ** Math.floor(Math.log2(largestWord / largest));
  const smallest = quant.reduce((least, value) => Math.min(least, Math.max(1, value)), largestWord);
  if (unit * smallest < leastFineness) return undefined;
  const words = new Int16Array(products.length);
  for (const [at, product] of products.entries())
    words[(at & ~(side - 1)) + (placeOfWave[at % side] as number)] = Math.round(product * unit);
  return { words, scale: 1 / unit };
}
