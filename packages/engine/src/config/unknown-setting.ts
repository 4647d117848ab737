import { nearestName } from '@semblance/wire/nearest-name';
import { configSchema } from './schema.ts';
import type { SchemaNode } from './schema-node.ts';

/** A setting and the section it stands in, such as `policies[].statements[]`; of the top level the empty string. */
interface Place {
  readonly name: string;
  readonly section: string;
}

/**
 * Message for an unknown setting. Without a colon a value is parsed as a name and may be a secret, so only names that resemble a setting
 * are repeated.
 * @param siblings  the settings there are in its place.
 */
export function unknownSetting(name: string, siblings: readonly string[]): string {
  const places = placesIn(configSchema);
  const sections = places.filter((place) => place.name === name).map(({ section }) => section);
  if (sections.length > 0) return `there is no setting "${name}" here; it belongs ${listOf(sections)}`;
  const known = places.map((place) => place.name);
  const near = nearestName(name, known);
  return near === undefined
    ? `a name of ${name.length} characters (not repeated here, as it may be a secret) is no setting; there are ${siblings.join(', ')}`
    : `there is no setting "${name}"; did you mean ${near}?`;
}

function listOf(sections: readonly string[]): string {
  const named = [...new Set(sections)].filter((section) => section !== '');
  const top = sections.includes('') ? ['at the top level'] : [];
  return [...top, ...(named.length === 0 ? [] : [`in ${named.join(', ')}`])].join(' or ');
}

function placesIn({ properties = {}, items }: SchemaNode, section = ''): Place[] {
  const inside = Object.entries(properties).flatMap(([name, node]) => [
    { name, section },
    ...placesIn(node, section === '' ? name : `${section}.${name}`),
  ]);
  return items === undefined ? inside : [...inside, ...placesIn(items, `${section}[]`)];
}
