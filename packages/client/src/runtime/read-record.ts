import { readJsonRecord } from '@semblance/wire/parse-json';
import type { RecordReading } from '@semblance/wire/parse-json';

/** Reads the fields of an answer. The code for XML is loaded on first use; if that fails, the answer counts as unreadable. */
export async function readRecord(text: string): Promise<RecordReading> {
  const reading = readJsonRecord(text);
  if (reading !== undefined) return reading;
  const xml = await import('@semblance/wire/parse-xml').catch(() => undefined);
  return xml?.readXmlRecord(text) ?? { ok: false, reason: 'not-well-formed' };
}
