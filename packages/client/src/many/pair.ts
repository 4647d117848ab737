import type { Comparison } from '../compare/compare.ts';
import type { CompareOptions } from '../compare/compare-options.ts';
import type { PictureInput } from '../pictures/picture-input.ts';

/** Two pictures to compare; more fields may be added, e.g. an id, and come back with the outcome. */
export interface Pair {
  readonly primary: PictureInput;
  readonly secondary: PictureInput;
}

/** How one pair went. */
export type PairOutcome<P extends Pair = Pair> =
  | {
      readonly ok: true;
      readonly index: number;
      readonly pair: P;
      readonly comparison: Comparison;
      /** Of the answer. */
      readonly headers: Headers;
    }
  /** `error` is one of this package's, see `isSemblanceError`, or whatever the pair's own functions threw. */
  | { readonly ok: false; readonly index: number; readonly pair: P; readonly error: unknown };

/** How far the work has come. */
export interface Progress {
  readonly finished: number;
  readonly failed: number;
  readonly running: number;
}

/** Options of `compareMany`; those of a comparison hold for each. */
export interface CompareManyOptions extends CompareOptions {
  /** Pairs in work at once at most; default 32. How many of them are sent at once, the client finds out from the server's answers. */
  readonly concurrency?: number | undefined;
  /** Comparisons begun per second at most, evenly spaced; default: no limit. */
  readonly qps?: number | undefined;
  /** `input` (default): outcomes in the order of the pairs. `completion`: as they come. */
  readonly order?: 'input' | 'completion' | undefined;
  /** Ends everything; the iteration then throws its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called whenever a pair is finished. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}
