/** Reading answers, JSON and XML, at once. */
export type { ParsedEnvelope } from '../src/envelope-of.ts';
export { parseEnvelope } from '../src/parse-envelope.ts';
export { readRecord } from '../src/read-record.ts';
export type { RecordReading, UnrecognisedReason, WireRecord } from '../src/record-reading.ts';
