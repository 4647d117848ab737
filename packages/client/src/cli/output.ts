/** Where the command writes; replaced in tests. */
export interface Output {
  /** Results. */
  readonly out: (text: string) => void;
  /** Everything else: errors, notes, progress. */
  readonly error: (text: string) => void;
  /** Whether results go to a terminal that shows colours. */
  readonly withColour: boolean;
}
