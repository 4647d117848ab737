import { mixBits } from '../math/random.ts';

/** Well spread numbers for one sample of one pixel. */
export interface Sampler {
  /** Starts sample `index` of a pixel. */
  readonly start: (pixel: number, index: number) => void;
  /** Next number, 0 ≤ result < 1; successive pairs cover the square evenly over the samples of a pixel. */
  readonly next: () => number;
}

// The R2 sequence (Roberts 2018): the two irrational steps that fill the unit square most evenly.
const steps = [0.754_877_666_246_692_8, 0.569_840_290_998_053_2] as const;

/** R2 points, shifted by a hash of pixel and dimension: reproducible whatever the order of the pixels. */
export function createSampler(seed: number): Sampler {
  let pixelHash = 0;
  let index = 0;
  let dimension = 0;
  return {
    start: (pixel, sampleIndex) => {
      pixelHash = mixBits(seed ^ Math.imul(pixel + 1, 0x9e3779b1));
      index = sampleIndex;
      dimension = 0;
    },
    next: () => {
      const shift = mixBits(pixelHash + Math.imul(dimension + 1, 0x85ebca6b)) / 4_294_967_296;
      const value = shift + index * (dimension & 1 ? steps[1] : steps[0]);
      dimension += 1;
      return value - Math.floor(value);
    },
  };
}
