import { readJsonRecord } from '@semblance/wire/parse-json';
import type { RecordReading } from '@semblance/wire/parse-json';

/** Reads the fields of an answer. What reads XML is loaded when the first such answer arrives; if it cannot be, nor can the answer. */
export async function readRecord(text: string): Promise<RecordReading> {
  const reading = readJsonRecord(text);
  if (reading !== undefined) return reading;
  const xml = await import('@semblance/wire/parse-xml').catch(() => undefined);
  return xml?.readXmlRecord(text) ?? { ok: false, reason: 'not-well-formed' };
}
