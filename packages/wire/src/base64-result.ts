/** Deviations from strict Base64 that are corrected. */
export type Base64Repair =
  /** `+` was not escaped in the form and arrived as a space. */
  | 'spaces-to-plus'
  /** CR or LF between characters, as MIME encoders write them, was skipped. */
  | 'line-breaks'
  /** The final `=` were missing; the length determines how many belong there. */
  | 'padding';

/** Why a text is not Base64. */
export type Base64FailureReason =
  | 'empty'
  | 'too-large'
  | 'data-url'
  | 'url-safe-alphabet'
  | 'bad-character'
  | 'bad-padding'
  | 'truncated';

/** Why a text was refused. */
export interface Base64Failure {
  readonly reason: Base64FailureReason;
  /** In English, safe to show: at most one character of the text is named, by its code. */
  readonly detail: string;
}

/** The bytes, or why there are none. */
export type Base64Decoding =
  | { readonly ok: true; readonly value: { readonly bytes: Uint8Array; readonly repairs: readonly Base64Repair[] } }
  | { readonly ok: false; readonly failure: Base64Failure };

export function refuse(
  reason: Base64FailureReason,
  detail: string,
): { readonly ok: false; readonly failure: Base64Failure } {
  return { ok: false, failure: { reason, detail } };
}
