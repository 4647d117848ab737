import { nearestName } from '@semblance/wire/nearest-name';
import { configSchema } from './schema.ts';
import type { SchemaNode } from './schema-node.ts';

/**
 * Message for an unknown setting. Without a colon a value is parsed as a name and may be a secret, so only names that resemble a setting
 * are repeated.
 * @param siblings  the settings there are in its place.
 */
export function unknownSetting(name: string, siblings: readonly string[]): string {
  const known = namesOf(configSchema);
  if (known.includes(name)) return `there is no setting "${name}" here; it belongs elsewhere`;
  const near = nearestName(name, known);
  return near === undefined
    ? `a name of ${name.length} characters (not repeated here, as it may be a secret) is no setting; there are ${siblings.join(', ')}`
    : `there is no setting "${name}"; did you mean ${near}?`;
}

function namesOf({ properties = {}, items }: SchemaNode): string[] {
  const children = [...Object.values(properties), ...(items === undefined ? [] : [items])];
  return [...Object.keys(properties), ...children.flatMap(namesOf)];
}
