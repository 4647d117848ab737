import { interpolate } from '../calibration.ts';
import type { FoundPart } from './part-evidence.ts';

/** What the features say of a pair: the most similar part, the colours, how ordinary the pictures are, the points that agree, colour cover. */
export const partTermNames = ['part', 'colour', 'typicality', 'inliers', 'cover'] as const;
export type PartTerm = (typeof partTermNames)[number];

/** Weights of the terms: log-odds that a part is found. */
export type PartWeights = Readonly<Record<'bias' | PartTerm, number>>;

/** Every constant that decides when a part is looked for, when it counts as found, and what that gives. */
export const partRule = {
  /** Scores between which a part is looked for: what is less alike seldom shares one, what is more alike is laid over the other. */
  leastScore: 0.09,
  mostScore: 0.45,
  /** Less of its colours cannot be all of a picture, or of a thing. */
  leastCover: 0.5,
  /**
   * Log-odds that what stands on the ground of one picture, or all of it, is found in the other, of a pair in that band.
   * Fitted by `npm run calibrate:parts -w tools`, and rounded.
   */
  object: { bias: -7.2, part: 25.1, colour: -7.1, typicality: -21.2, inliers: 0.4, cover: 7.3 },
  whole: { bias: -13.3, part: 21.5, colour: -8.3, typicality: -19.9, inliers: 0.38, cover: 15.3 },
  /** More points that agree say no more. */
  mostInliers: 12,
  /** What has less is not looked for. */
  leastOdds: -3.5,
  /**
   * What has to agree, so that it is no chance: of unrelated pairs next to none has so much. How many textured cells, by
   * correlation.
   */
  found: {
    correlation: 0.55,
    agreeing: 0.62,
    agreed: [
      [0.7, 15],
      [0.85, 12],
    ],
  },
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
  return (
    correlation >= found.correlation &&
    agreeing >= found.agreeing &&
    agreeing * content >= interpolate(found.agreed, correlation)
  );
}

/** The score of a pair of which one picture, or what stands on its ground, was found within the other. */
export function withPart(score: number, { agreeing }: Pick<FoundPart, 'agreeing'>): number {
  return Math.max(score, interpolate(partRule.floors, agreeing));
}
