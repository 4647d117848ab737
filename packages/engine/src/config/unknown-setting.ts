import { nearestName } from '@semblance/wire/nearest-name';
import { configSchema } from './schema.ts';
import type { SchemaNode } from './schema-node.ts';

/**
 * Says that a setting does not exist. Where a colon is missing, a value is read as a name, and the value may be a secret: only what resembles
 * the name of some setting is repeated.
 */
export function unknownSetting(name: string): string {
  const known = namesOf(configSchema);
  if (known.includes(name)) return `there is no setting "${name}" here; it belongs elsewhere`;
  const near = nearestName(name, known);
  return near === undefined
    ? `there is no setting of a name that it uses (${name.length} characters long)`
    : `there is no setting "${name}"; did you mean ${near}?`;
}

function namesOf({ properties = {}, items }: SchemaNode): string[] {
  const children = [...Object.values(properties), ...(items === undefined ? [] : [items])];
  return [...Object.keys(properties), ...children.flatMap(namesOf)];
}
