import type { ErrorCode } from '@semblance/spec/error-policy';
import type { ServiceType } from '@semblance/spec/limits';

/** Input of a scoring function. */
export interface ScoreInput {
  readonly instanceName: string;
  /** The instance's service type: pictures may be alike for one purpose and not for another. */
  readonly serviceType: ServiceType;
  readonly primary: Uint8Array;
  readonly secondary: Uint8Array;
}

/** A score from 0 to 1, or the code to refuse with. */
export type ScoreAnswer = number | ErrorCode;

/** A function of the request, called after all checks have passed. */
export type ScoreFunction = (input: ScoreInput) => ScoreAnswer | Promise<ScoreAnswer>;

/** A source of scores. A queue advances with each call. */
export interface Scorer {
  readonly score: ScoreFunction;
  /** Prepares the first score. @failure rejects with the package to install when it is missing. */
  readonly prepare: () => Promise<void>;
  readonly close: () => Promise<void>;
}
