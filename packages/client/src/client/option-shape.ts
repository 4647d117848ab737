/** What a value has to be: the name of a kind, a list of allowed texts, or a shape of nested options. */
export type OptionRule =
  /** A number above 0. */
  | 'number'
  /** A whole number above 0. */
  | 'whole'
  /** A number of 0 or more. */
  | 'delay'
  | 'text'
  | 'function'
  | 'boolean'
  | 'object'
  /** An option of the Node entry only. */
  | 'node'
  /** Checked elsewhere, or unrestricted. */
  | 'any'
  | readonly string[]
  | OptionShape;

/** Known options by name. */
export interface OptionShape {
  readonly [name: string]: OptionRule;
}
