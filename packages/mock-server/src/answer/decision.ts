import type { PictureHeader } from '@semblance/picture';
import type { FaultName } from './fault-scenarios.ts';
import type { Outcome } from './outcome.ts';

/** A picture that passed every check. */
export interface CheckedPicture {
  readonly bytes: Uint8Array;
  readonly header: PictureHeader;
}

/** What the journal says about a signature. */
export type SignatureFinding =
  | { readonly checked: false }
  | { readonly checked: true; readonly ok: true }
  | { readonly checked: true; readonly ok: false; readonly code: string; readonly detail: string };

/** What is answered and how, with what the journal wants to know. */
export interface Decision {
  readonly outcome: Outcome;
  readonly scenario: string | undefined;
  readonly delayMs: number;
  readonly fault: FaultName | undefined;
  readonly finding: SignatureFinding;
  /** The pictures, if they passed the checks. */
  readonly pictures: readonly [CheckedPicture, CheckedPicture] | undefined;
}
