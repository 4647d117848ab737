import type { WireField, WireType } from '@semblance/spec/protocol';
import { RepeatedElements } from './record-reading.ts';
import type { WireRecord } from './record-reading.ts';

/**
 * Reads the contract's fields from a record and converts them to their types, as XML has texts only. Absent required texts become empty
 * strings; everything else that is absent or unreadable is left out, as are objects without any field.
 */
export function readFields(record: WireRecord, fields: readonly WireField[]): Record<string, unknown> {
  const read: Record<string, unknown> = {};
  for (const [name, type, required, nested] of fields) {
    const value = readValue(record[name], type, nested ?? []);
    if (value !== undefined && (required || value !== '')) read[name] = value;
    else if (required && type === 'string') read[name] = '';
  }
  return read;
}

function readValue(value: unknown, type: WireType, nested: readonly WireField[]): unknown {
  if (value === undefined || value === null) return undefined;
  if (type.endsWith('[]')) return readList(value, type.slice(0, -2) as WireType, nested);
  const one = firstOf(value);
  switch (type) {
    case 'number':
    case 'integer':
      return numberOf(one);
    case 'boolean':
      return booleanOf(one);
    case 'object':
      return readObject(one, nested);
    default:
      return textOf(one);
  }
}

/** In XML a list of one looks like its only item. */
function readList(value: unknown, type: WireType, nested: readonly WireField[]): unknown[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.map((item) => readValue(item, type, nested)).filter((item) => item !== undefined);
}

function readObject(value: unknown, nested: readonly WireField[]): Record<string, unknown> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const read = readFields(value as WireRecord, nested);
  return Object.keys(read).length === 0 ? undefined : read;
}

/** The first of repeated XML elements; any other value, JSON lists included, unchanged. */
export function firstOf(value: unknown): unknown {
  return value instanceof RepeatedElements ? value[0] : value;
}

/** The value of a number or a numeric text; `undefined` for anything else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value.trim())) return undefined;
  return Number(value);
}

function booleanOf(value: unknown): boolean | undefined {
  const text = textOf(value).toLowerCase();
  return text === 'true' || text === 'false' ? text === 'true' : undefined;
}

/** A text, number or boolean as text; the empty string for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
