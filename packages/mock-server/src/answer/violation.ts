import type { ErrorCode } from '@semblance/spec/error-policy';

/** A violation of the contract in a request, independent of the answer. */
export interface Violation {
  /** The code with which the service answers this violation alone. */
  readonly code: ErrorCode;
  /** The parameter at fault, if it is one. */
  readonly parameter: string | undefined;
  /** What is wrong and what to send instead, English. */
  readonly detail: string;
}
