import { envelopeOf } from './envelope-of.ts';
import type { ParsedEnvelope } from './envelope-of.ts';
import { readRecord } from './read-record.ts';

/** Reads the body of an answer to `CompareSimilarByImage`, JSON or XML, into typed values. Never throws, whatever the text. */
export function parseEnvelope(body: string): ParsedEnvelope {
  return envelopeOf(readRecord(body));
}
