/** Reading answers in JSON, with the types of `./parse`: the part a client always loads. */
export { envelopeOf, type ParsedEnvelope } from '../src/envelope-of.ts';
export { readJsonRecord } from '../src/read-json-record.ts';
export type { RecordReading, UnrecognisedReason, WireRecord } from '../src/record-reading.ts';
