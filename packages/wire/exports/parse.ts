/** Reading answers, JSON and XML; no dependency, small enough for a client's bundle. */
export { parseEnvelope, type ParsedEnvelope } from '../src/parse-envelope.ts';
export { readRecord, type RecordReading, type UnrecognisedReason, type WireRecord } from '../src/read-record.ts';
