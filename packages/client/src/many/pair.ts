import type { Comparison } from '../compare/compare.ts';
import type { CompareOptions } from '../compare/compare-options.ts';
import type { PictureInput } from '../pictures/picture-input.ts';

/** Two pictures to compare; further fields, e.g. an id, come back with the outcome. */
export interface Pair {
  readonly primary: PictureInput;
  readonly secondary: PictureInput;
}

/** Outcome of one pair. */
export type PairOutcome<P extends Pair = Pair> =
  | {
      readonly ok: true;
      readonly index: number;
      readonly pair: P;
      readonly comparison: Comparison;
      /** Headers of the answer. */
      readonly headers: Headers;
    }
  /** `error` is an error of this package, see `isSemblanceError`, or was thrown by the pair's own functions. */
  | { readonly ok: false; readonly index: number; readonly pair: P; readonly error: unknown };

/** Progress of the work. */
export interface Progress {
  readonly finished: number;
  readonly failed: number;
  readonly running: number;
}

/** Options of `compareMany`; those of a comparison apply to each. */
export interface CompareManyOptions extends CompareOptions {
  /** Most pairs in progress; default 32. The client sends fewer at once when the server's answers show that it takes fewer. */
  readonly concurrency?: number | undefined;
  /** Most comparisons begun per second, evenly spaced; default: no limit. */
  readonly qps?: number | undefined;
  /** `input` (default): outcomes in the order of the pairs. `completion`: in the order of completion. */
  readonly order?: 'input' | 'completion' | undefined;
  /** Ends all comparisons; the iteration then throws its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called whenever a pair is finished. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}
