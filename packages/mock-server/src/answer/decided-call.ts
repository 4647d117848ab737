import type { PictureHeader } from '@semblance/picture';
import type { FaultName } from './fault-scenarios.ts';
import type { Outcome } from './outcome.ts';

/** A picture that passed every check. */
export interface CheckedPicture {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
}

/** Result of a signature check, for the journal. */
export type SignatureFinding =
  | { readonly checked: false }
  | { readonly checked: true; readonly ok: true }
  | { readonly checked: true; readonly ok: false; readonly code: string; readonly detail: string };

/** The outcome of a call, how it is sent, and facts for the journal. */
export interface DecidedCall {
  readonly outcome: Outcome;
  readonly scenario: string | undefined;
  readonly delayMs: number;
  readonly fault: FaultName | undefined;
  readonly finding: SignatureFinding;
  /** The pictures, if both passed the checks. */
  readonly pictures: readonly [CheckedPicture, CheckedPicture] | undefined;
}
