import { readJsonRecord } from './read-json-record.ts';
import { readXmlRecord } from './read-xml-record.ts';
import type { RecordReading } from './record-reading.ts';

/** Reads the fields of an answer in JSON or XML. The text itself decides which, since proxies rewrite content types. Never throws. */
export function readRecord(source: string): RecordReading {
  return readJsonRecord(source) ?? readXmlRecord(source);
}
