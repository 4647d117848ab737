import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { mismatchMessageV1 } from '@semblance/spec/protocol';

/** Input of `failureMessage`. */
export interface FailureMessageInput {
  readonly code: ErrorCode;
  /** How the caller signs. */
  readonly dialect: 'V3' | 'V1';
  /** Appended to the message of `SignatureDoesNotMatch`; ignored for every other code. */
  readonly continuation?: string | undefined;
}

/**
 * The message of a refusal, exactly as in the contract. Only `SignatureDoesNotMatch` has a continuation and a text per dialect: the legacy
 * cores search the message for theirs whatever the request's size, and one of them crashes on a text without a colon.
 */
export function failureMessage({ code, dialect, continuation }: FailureMessageInput): string {
  const { message } = errorCatalog[code];
  if (code !== 'SignatureDoesNotMatch') return message;
  if (dialect === 'V1') return mismatchMessageV1 + (continuation ?? '');
  return continuation === undefined ? message : `${message} ${continuation}`;
}
