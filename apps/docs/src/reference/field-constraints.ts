import type { Field } from '@semblance/spec/operations';
import type { Locale } from '../site/locale.ts';
import { referenceText } from '../text/reference.ts';

/** An example value, with Base64 shortened. */
function shortExample(example: unknown): string {
  const text = typeof example === 'string' ? example : JSON.stringify(example);
  return text.length > 60 ? `${text.slice(0, 36)}…` : text;
}

/** The contract's constraints on a field, as short sentences. */
export function fieldConstraints(field: Field, locale: Locale): readonly string[] {
  const text = referenceText[locale];
  const lines: string[] = [];
  if (field.maxLength !== null) lines.push(text.maxLength(field.maxLength));
  if (field.range !== null) lines.push(text.range(field.range[0], field.range[1]));
  if (field.values !== null) lines.push(text.oneOf(field.values.map((value) => `\`${value}\``)));
  if (field.example !== null && field.example !== '') lines.push(text.example(`\`${shortExample(field.example)}\``));
  return lines;
}
