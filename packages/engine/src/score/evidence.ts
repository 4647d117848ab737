import type { Matches } from './match-descriptors.ts';
import type { SimilarityTransform } from './similarity-transform.ts';

/** What speaks for one picture being made from the other: local structure that a similarity transform explains. */
export interface CopyEvidence {
  /** Keypoint pairs that are each other's best match. */
  readonly matches: number;
  /** Those of them that agree on one transform. */
  readonly inliers: number;
  /**
   * Inliers as a share, 0…1, of the keypoints in the overlap of both pictures, on the side with fewer. Low where only a
   * common background agrees: a table under two different things.
   */
  readonly overlapShare: number;
  /** From the first picture's local plane to the second's (`localPlaneSize`); absent without consensus. */
  readonly transform?: SimilarityTransform;
}

/** What speaks for both showing the same thing: cosines of whitened embeddings, −1…1, from fine to coarse layer, and colours. */
export interface SemanticEvidence {
  readonly block6: number;
  readonly block13: number;
  readonly block16: number;
  /** Best similarity of one whole picture to a part of the other, or to the whole: finds a picture within a picture. */
  readonly part: number;
  /** Mean typicality of the two: what looks like everything is weaker evidence. */
  readonly typicality: number;
  /** Cosine of the Lab colour histograms, 0…1: evidence in one setting, none across settings. */
  readonly colour: number;
}

export interface Evidence {
  readonly copy: CopyEvidence;
  readonly semantic: SemanticEvidence;
}

/** Matched points of a comparison, for explanation. */
export interface LocalAgreement {
  readonly matches: Matches;
  readonly inliers: Int32Array;
  readonly overlapShare: number;
  readonly transform?: SimilarityTransform;
}
