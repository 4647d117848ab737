/** Reading answers in JSON: what a client needs at once, with the types of `./parse`. */
export { envelopeOf, type ParsedEnvelope } from '../src/envelope-of.ts';
export { readJsonRecord } from '../src/read-json-record.ts';
export type { RecordReading, UnrecognisedReason, WireRecord } from '../src/record-reading.ts';
