import { readXml, type XmlElement } from './xml-reader.ts';

/** Fields of an answer by name: texts, numbers and booleans as the format gave them (XML gives texts only), or one level of nesting. */
export type WireRecord = Readonly<Record<string, unknown>>;

/** Why an answer is no envelope. */
export type UnrecognisedReason = 'empty' | 'too-long' | 'html' | 'not-well-formed' | 'not-an-envelope';

/** The fields of an answer, or why there are none. */
export type RecordReading =
  | { readonly ok: true; readonly value: WireRecord }
  | { readonly ok: false; readonly reason: UnrecognisedReason };

/** Envelopes are about a kilobyte; a longer text is some other server's page. */
const MAX_LENGTH = 1_048_576;

/**
 * Reads the fields of an answer in JSON or XML. The text itself says which it is, since proxies rewrite content types. Never throws.
 */
export function readRecord(source: string): RecordReading {
  if (source.length > MAX_LENGTH) return { ok: false, reason: 'too-long' };
  const text = source.replace(/^\ufeff/, '').trim();
  if (text === '') return { ok: false, reason: 'empty' };
  if (text.startsWith('<')) return fromXml(text);
  return fromJson(text);
}

function fromJson(text: string): RecordReading {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { ok: true, value } : { ok: false, reason: 'not-an-envelope' };
  } catch {
    return { ok: false, reason: 'not-well-formed' };
  }
}

function fromXml(text: string): RecordReading {
  const root = /^<!doctype/i.test(text) ? undefined : readXml(text);
  if (root !== undefined && !/^html$/i.test(root.name) && root.children.length > 0)
    return { ok: true, value: toRecord(root) };
  if (/<html[\s>]|<!doctype\s+html/i.test(text.slice(0, 2000))) return { ok: false, reason: 'html' };
  return { ok: false, reason: root === undefined ? 'not-well-formed' : 'not-an-envelope' };
}

function toRecord(element: XmlElement): WireRecord {
  const record: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const child of element.children) record[child.name] ??= child.children.length > 0 ? toRecord(child) : child.text;
  return record;
}

function isRecord(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
