import { errorCatalog } from '@semblance/spec/error-catalog';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { mismatchMessageV1 } from '@semblance/spec/protocol';

/** What a message is made from. */
export interface FailureMessageInput {
  readonly code: ErrorCode;
  /** How the caller signs. */
  readonly dialect: 'V3' | 'V1';
  /** What `SignatureDoesNotMatch` goes on to say; nothing else has a continuation. */
  readonly continuation?: string | undefined;
}

/**
 * The message of a refusal: the contract's to the letter. A signature that does not match is the one that says more, and the one
 * with a text for each dialect: legacy cores look for theirs, whatever the request's size, and one of them fails on a
 * text without colon.
 */
export function failureMessage({ code, dialect, continuation }: FailureMessageInput): string {
  const { message } = errorCatalog[code];
  if (code !== 'SignatureDoesNotMatch') return message;
  if (dialect === 'V1') return mismatchMessageV1 + (continuation ?? '');
  return continuation === undefined ? message : `${message} ${continuation}`;
}
