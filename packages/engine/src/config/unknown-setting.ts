import { nearestName } from '@semblance/wire/nearest-name';
import { configSchema } from './schema.ts';
import type { SchemaNode } from './schema-node.ts';

/**
 * Message for an unknown setting. Without a colon a value is parsed as a name and may be a secret, so only names that resemble a setting
 * are repeated.
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
