import type { ErrorCode } from '@semblance/spec/error-policy';

/** One thing about a request that the contract forbids, whatever was answered. */
export interface Violation {
  /** What the service answers to it, by itself. */
  readonly code: ErrorCode;
  /** The parameter at fault, if it is one. */
  readonly parameter: string | undefined;
  /** What is wrong and what to send instead, English. */
  readonly detail: string;
}
