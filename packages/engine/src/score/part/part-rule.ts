import { interpolate } from '../calibration.ts';
import type { FoundPart } from './part-evidence.ts';

/** Every constant that decides when a part is looked for, when it counts as found, and what that gives. */
export const partRule = {
  /** Scores between which a part is looked for: what is less alike seldom shares one, what is more alike is laid over the other. */
  leastScore: 0.09,
  mostScore: 0.45,
  /** Less of its colours cannot be all of a picture, or of a thing. */
  leastCover: 0.6,
  /**
   * Log-odds that one picture lies within the other, of a pair in that band. Fitted by logistic regression to 144 copies made
   * anew of photographs of the learning and fitting parts (new backgrounds, pictures in pictures, collages), and to 3,069
   * pairs of different ones; rounded.
   */
  bias: -4.4,
  weights: {
    part: 22.5,
    colour: -3.9,
    typicality: -19.5,
    inliers: 0.32,
    objectCover: 3,
    wholeCover: 3.1,
  },
  /** More points that agree say no more. */
  mostInliers: 12,
  /** Of those copies 9 in 10 have more, of all different pairs 3 in 100. */
  leastOdds: 0,
  /** What has to agree, so that it is no chance: of unrelated pairs next to none has so much. */
  found: { correlation: 0.55, agreeing: 0.62, agreed: 15 },
  /** Share of what was looked for that agrees, and the score it gives: a shared part stays below "very likely". */
  floors: [
    [0.62, 0.5],
    [0.95, 0.65],
  ],
} as const;

/** Whether what was laid over the other picture agrees enough. */
export function isFound({
  correlation,
  agreeing,
  content,
}: Pick<FoundPart, 'correlation' | 'agreeing' | 'content'>): boolean {
  const { found } = partRule;
  return correlation >= found.correlation && agreeing >= found.agreeing && agreeing * content >= found.agreed;
}

/** The score of a pair of which one picture, or what stands on its ground, was found within the other. */
export function withPart(score: number, { agreeing }: Pick<FoundPart, 'agreeing'>): number {
  return Math.max(score, interpolate(partRule.floors, agreeing));
}
