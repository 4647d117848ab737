import type { ErrorCode } from '@semblance/spec/error-policy';
import type { ServiceType } from '@semblance/spec/limits';

/** What a scoring function is told. */
export interface ScoreInput {
  readonly instanceName: string;
  /** What the instance is for: the same pictures may be alike for one purpose and not for another. */
  readonly serviceType: ServiceType;
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
  /** Loads what the first score needs. @failure rejects with what to install when it is missing. */
  readonly prepare: () => Promise<void>;
  readonly close: () => Promise<void>;
}
