import type { RecordReading, WireRecord } from './record-reading.ts';

/** Most characters of an answer. Envelopes are about a kilobyte; anything this long comes from another server. */
const maxLength = 1_048_576;

/** The start of an HTML page, after any white space, processing instructions and comments. */
const htmlStart = /^(?:\s|<\?[^>]*>|<!--(?:(?!-->)[^])*-->)*<(?:!doctype\s+html|html[\s>])/i;

/**
 * Reads the fields of an answer in JSON, and recognises web pages. Never throws.
 * @returns `undefined` for a text that may be XML: `readXmlRecord` reads it.
 */
export function readJsonRecord(source: string): RecordReading | undefined {
  if (source.length > maxLength) return { ok: false, reason: 'too-long' };
  const text = source.replace(/^\ufeff/, '').trim();
  if (text === '') return { ok: false, reason: 'empty' };
  if (htmlStart.test(text.slice(0, 2000))) return { ok: false, reason: 'html' };
  return text.startsWith('<') ? undefined : fromJson(text);
}

function fromJson(text: string): RecordReading {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? { ok: true, value } : { ok: false, reason: 'not-an-envelope' };
  } catch {
    return { ok: false, reason: 'not-well-formed' };
  }
}

function isRecord(value: unknown): value is WireRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
