import type { ServiceType } from '@semblance/spec/limits';
import type { DifferenceEvidence, MeasuredDifference } from './difference-evidence.ts';

/**
 * Least score of a picture seen again as a whole in reversed tones. An emblem in white on black is the same emblem; a
 * negative is a copy; of an article it is another colour.
 */
const floors: Readonly<Record<ServiceType, number>> = {
  trademark: 0.97,
  generic: 0.9,
  copyright: 0.9,
  hardware: 0.7,
  product: 0.7,
  furniture: 0.7,
  fabric: 0.7,
};

/** How much has to agree, so that nothing but the tones differs. */
const leastCovered = 0.95;
const leastAgreeing = 0.9;
const leastCorrelation = 0.8;
const mostConflict = 0.03;
const leastContent = 8;

/** Reads evidence of pictures of which one was compared as its negative: it speaks for a pair, never against it. */
export function judgeReversed(measured: MeasuredDifference, serviceType: ServiceType): DifferenceEvidence {
  const { coversFirst, coversSecond, agreeing, correlation, largestConflict, contentCells } = measured.numbers;
  const isSeenAgain =
    Math.max(coversFirst, coversSecond) >= leastCovered &&
    agreeing >= leastAgreeing &&
    correlation >= leastCorrelation &&
    largestConflict < mostConflict &&
    contentCells >= leastContent;
  return {
    ...measured,
    case: isSeenAgain ? 'seen-again' : 'other-view',
    rigidity: 0,
    ceiling: 1,
    floor: isSeenAgain ? floors[serviceType] : 0,
  };
}
