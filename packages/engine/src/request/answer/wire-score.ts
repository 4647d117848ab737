import { largestBelowOne } from '../../score/largest-below-one.ts';

const scoreSteps = 1_000_000;

/**
 * The score with six decimals. More would be noise, and the vendor's oldest client cannot read numbers of more than 15 characters. Rounding
 * never yields 1, which is reserved for equal pixels.
 */
export function wireScore(score: number): number {
  return score === 1 ? 1 : Math.min(largestBelowOne, Math.round(score * scoreSteps) / scoreSteps);
}
