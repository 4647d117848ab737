import type { JSONSchema } from 'json-schema-to-typescript';
import type { SchemaNode } from '../src/config/schema-node.ts';

/** The schema of a configuration with its defaults filled in: settings with a default are always present. */
export function resolvedSchema(node: SchemaNode): JSONSchema {
  const { properties, items, 'x-zh': _zh, pattern: _pattern, format: _format, ...rest } = node;
  const resolved: Record<string, unknown> = { ...rest };
  if (items !== undefined) resolved['items'] = resolvedSchema(items);
  if (properties !== undefined) {
    const entries = Object.entries(properties);
    resolved['properties'] = Object.fromEntries(entries.map(([name, child]) => [name, resolvedSchema(child)]));
    const filled = entries.filter(([, child]) => child.default !== undefined).map(([name]) => name);
    resolved['required'] = [...new Set([...(node.required ?? []), ...filled])];
  }
  return resolved as JSONSchema;
}
