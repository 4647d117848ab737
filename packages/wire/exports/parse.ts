/** Reading answers in JSON and XML. */
export type { ParsedEnvelope } from '../src/envelope-of.ts';
export { parseEnvelope } from '../src/parse-envelope.ts';
export { readRecord } from '../src/read-record.ts';
export type { RecordReading, UnrecognisedReason, WireRecord } from '../src/record-reading.ts';
