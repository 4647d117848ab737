/** A pair with its score and whether it is a match. */
export interface LabelledPair {
  /** 0…1. */
  readonly score: number;
  readonly match: boolean;
}
