import type { JournalEntry } from './journal-entry.ts';

/** A matcher made by `expect.any`, `expect.closeTo` and the like. */
export interface AsymmetricMatcher {
  readonly asymmetricMatch: (other: unknown) => boolean;
}

/** A value or a test of it; for an object, any part of it. */
export type Pattern<Value> =
  | Value
  | ((value: Value) => boolean)
  | RegExp
  | AsymmetricMatcher
  | (Value extends object ? { readonly [Key in keyof Value]?: Pattern<Value[Key]> } : never);

/** Expected properties of an entry; omitted ones do not matter. */
export type EntryPattern = { readonly [Key in keyof JournalEntry]?: Pattern<JournalEntry[Key]> } & {
  /** Shorthand for `reply: { code }`. */
  readonly code?: Pattern<number | string | null>;
  /** Shorthand for `reply: { status }`. */
  readonly status?: Pattern<number>;
  /** Shorthand for `reply: { scenario }`. */
  readonly scenario?: Pattern<string | undefined>;
};

/** Properties of the reply that patterns name directly. */
export const shorthands: ReadonlySet<string> = new Set(['code', 'status', 'scenario']);

/** Whether an entry has every property of the pattern. */
export function matchesEntry(entry: JournalEntry, pattern: EntryPattern): boolean {
  return Object.entries(pattern).every(([name, wanted]) => {
    const source: Readonly<Record<string, unknown>> = shorthands.has(name) ? { ...entry.reply } : { ...entry };
    return matches(source[name], wanted);
  });
}

function matches(value: unknown, wanted: unknown): boolean {
  if (typeof wanted === 'function') return Boolean((wanted as (value: unknown) => unknown)(value));
  if (wanted instanceof RegExp) return typeof value === 'string' && wanted.test(value);
  if (typeof wanted !== 'object' || wanted === null) return Object.is(value, wanted);
  const asymmetric = (wanted as { asymmetricMatch?: unknown }).asymmetricMatch;
  if (typeof asymmetric === 'function') return Boolean(asymmetric.call(wanted, value));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(wanted).every(([name, inner]) => matches((value as Record<string, unknown>)[name], inner));
}
