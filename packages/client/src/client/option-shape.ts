/**
 * What a value has to be, in a letter or a list of names: a client's options are checked where they are made, so the rules are part of
 * what a page loads at once.
 */
export type OptionRule =
  /** A number above 0. */
  | 'number'
  /** A whole number above 0. */
  | 'whole'
  /** A number, 0 or more. */
  | 'delay'
  | 'text'
  | 'function'
  | 'boolean'
  | 'object'
  /** An option of the Node entry alone. */
  | 'node'
  /** Looked at elsewhere, or whatever it likes. */
  | 'any'
  | readonly string[]
  | OptionShape;

/** The options there are, by name. */
export interface OptionShape {
  readonly [name: string]: OptionRule;
}
