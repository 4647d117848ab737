import type { PairProblem } from './read-picture-file.ts';

/** SHA-256 of the compared contents; `undefined` for an unreadable file. */
export type PairDigests = readonly [string | undefined, string | undefined];

/** Outcome of a pair. */
export type PairOutcome = { readonly digests: PairDigests } & (
  | { readonly score: number; readonly calibration: string }
  | PairProblem
);

/** Two files: absolute paths, and names for messages. */
export interface PairPaths {
  readonly primaryPath: string;
  readonly secondaryPath: string;
}

/** Compares pairs of files, with workers of this process or with others that share a queue. */
export interface PairComparer {
  /** Useful number of pairs in progress. */
  readonly concurrency: number;
  /** Identifies everything besides the pictures that affects a score: model, calibration, service type. */
  readonly identity: string;
  /** A pair that cannot be compared is an outcome. @failure throws when no further pair can be compared */
  readonly compare: (pair: PairPaths) => Promise<PairOutcome>;
  /** Called when an outcome is on disk: until then whoever has it keeps it for the next run. */
  readonly release?: (pair: PairPaths) => void;
  readonly close: () => Promise<void>;
}
