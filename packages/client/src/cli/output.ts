/** Output of the command; replaced in tests. */
export interface Output {
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else: errors, notes, progress. */
  readonly error: (text: string) => void;
  /** Whether the results go to a terminal with colours. */
  readonly withColour: boolean;
}
