/** A comparison as a generated client's user writes it: what the schema requires, and the format if one is wanted. */
export interface CallerInput {
  readonly baseUrl: string;
  readonly instanceName: string;
  /** Base64. */
  readonly primary: string;
  readonly secondary: string;
  readonly format: 'JSON' | 'XML' | undefined;
}

/** What became of it. A caller that asked for XML has the text; the others have what the generated types promise. */
export type CallerOutcome =
  | { readonly kind: 'score'; readonly score: number; readonly code: number }
  | { readonly kind: 'failure'; readonly status: number; readonly code: string }
  | { readonly kind: 'text'; readonly status: number; readonly text: string };

/** One generated client, used by hand-written code that its types have to allow. */
export type Caller = (input: CallerInput) => Promise<CallerOutcome>;
