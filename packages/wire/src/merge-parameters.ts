import { decodeUtf8 } from './parse-form.ts';
import type { FormField } from './parse-form.ts';

/** A parameter where it was sent. */
export interface SentField {
  readonly field: FormField;
  readonly place: 'query' | 'body';
}

/** The query and form parameters of a request as one set. Names are case-sensitive. */
export interface MergedParameters {
  readonly has: (name: string) => boolean;
  /** The value's bytes, or `undefined` when there is no such parameter. */
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** The value as it was sent, escapes and all, or `undefined` when there is no such parameter. */
  readonly encoded: (name: string) => Uint8Array | undefined;
  /** The value as text; `undefined` when there is no such parameter or its bytes are not UTF-8 (see `has`). */
  readonly text: (name: string) => string | undefined;
  /** All names, sorted. */
  readonly names: readonly string[];
  /** Everything that was sent, in the order it was sent, the query's first; what was sent twice is here twice. */
  readonly sent: readonly SentField[];
  /** Names that occur twice in the query or twice in the body: ambiguous, to be refused where the value matters. */
  readonly repeated: readonly string[];
}

/**
 * Merges query and body parameters. A name in both takes its value from the body. Within one place the last occurrence wins, as in the V1
 * string to sign, and the name is listed in `repeated`.
 */
export function mergeParameters(query: readonly FormField[], body: readonly FormField[]): MergedParameters {
  const values = new Map([...query, ...body].map((field) => [field.name, field]));
  return {
    has: (name) => values.has(name),
    bytes: (name) => values.get(name)?.bytes,
    encoded: (name) => values.get(name)?.encoded,
    text: (name) => {
      const bytes = values.get(name)?.bytes;
      return bytes === undefined ? undefined : decodeUtf8(bytes);
    },
    names: [...values.keys()].sort(),
    sent: [...query.map(sentIn('query')), ...body.map(sentIn('body'))],
    repeated: [...new Set([...repeatedNames(query), ...repeatedNames(body)])].sort(),
  };
}

function sentIn(place: SentField['place']): (field: FormField) => SentField {
  return (field) => ({ field, place });
}

function repeatedNames(fields: readonly FormField[]): string[] {
  const seen = new Set<string>();
  return fields.filter(({ name }) => seen.size === seen.add(name).size).map(({ name }) => name);
}
