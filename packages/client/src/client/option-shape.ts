/** What a value has to be: a word for its kind, a list of the texts it may be, or the options in it. */
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
