import type { ErrorCode } from '@semblance/spec/error-policy';

/** What a scoring function is told. */
export interface ScoreInput {
  readonly instanceName: string;
  readonly primary: Uint8Array;
  readonly secondary: Uint8Array;
}

/** A score from 0 to 1, or the code to refuse with. */
export type ScoreAnswer = number | ErrorCode;

/** A function of the request; it is asked once the request has passed every check. */
export type ScoreFunction = (input: ScoreInput) => ScoreAnswer | Promise<ScoreAnswer>;

/** Something that gives scores. A queue goes forward with each call. */
export interface Scorer {
  readonly score: ScoreFunction;
  readonly close: () => Promise<void>;
}
