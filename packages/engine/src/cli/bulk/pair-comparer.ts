import type { PairProblem } from './read-picture-file.ts';

/** SHA-256 of the contents that were compared; `undefined` of a file that could not be read. */
export type PairDigests = readonly [string | undefined, string | undefined];

/** What became of a pair. */
export type PairOutcome = { readonly digests: PairDigests } & (
  | { readonly score: number; readonly calibration: string }
  | PairProblem
);

/** Two files, by absolute paths, and what they are called in messages. */
export interface PairPaths {
  readonly primaryPath: string;
  readonly secondaryPath: string;
}

/** Compares pairs of files: with workers of this process, or with those that share a queue. */
export interface PairComparer {
  /** How many pairs are worth having under way at once. */
  readonly concurrency: number;
  /** Names all that decides a score beside the pictures: model, calibration, service type. */
  readonly identity: string;
  /** A pair that cannot be compared is an outcome. @failure throws where no pair can be compared any more */
  readonly compare: (pair: PairPaths) => Promise<PairOutcome>;
  readonly close: () => Promise<void>;
}
