import { configSchema } from './schema.ts';
import type { SchemaNode } from './schema-node.ts';

/**
 * Says that a setting does not exist. Where a colon is missing, a value is read as a name, and the value may be a secret: only what resembles
 * the name of some setting is repeated.
 */
export function unknownSetting(name: string): string {
  const nearest = namesOf(configSchema)
    .map((known) => ({ known, edits: distance(name, known) }))
    .sort((left, right) => left.edits - right.edits)[0];
  if (nearest === undefined || nearest.edits > Math.max(2, Math.floor(nearest.known.length / 3)))
    return `there is no setting of a name that it uses (${name.length} characters long)`;
  return nearest.edits === 0
    ? `there is no setting "${name}" here; it belongs elsewhere`
    : `there is no setting "${name}"; did you mean ${nearest.known}?`;
}

function namesOf({ properties = {}, items }: SchemaNode): string[] {
  const children = [...Object.values(properties), ...(items === undefined ? [] : [items])];
  return [...Object.keys(properties), ...children.flatMap(namesOf)];
}

/** Edits between two words (Levenshtein), letter case apart; words of very different length are far apart. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 3) return Number.POSITIVE_INFINITY;
  const [left, right] = [one.toLowerCase(), other.toLowerCase()];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  for (let at = 0; at < left.length; at += 1) {
    const next = [at + 1];
    for (let column = 0; column < right.length; column += 1) {
      const replaced = (row[column] ?? 0) + (left[at] === right[column] ? 0 : 1);
      next.push(Math.min(replaced, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
}
