import { compareSimilarByImageFields, failureWireFields } from '@semblance/spec/protocol';
import type { CompareSimilarByImageResult, FailureEnvelope } from '@semblance/spec/types';
import { firstOf, numberOf, readFields, textOf } from './read-fields.ts';
import type { RecordReading, UnrecognisedReason, WireRecord } from './record-reading.ts';

/** A parsed answer. */
export type ParsedEnvelope =
  | { readonly kind: 'success'; readonly value: CompareSimilarByImageResult }
  /** A failure; its `Code` may be one this version of the contract does not know. Absent texts are empty strings. */
  | { readonly kind: 'failure'; readonly value: FailureEnvelope<string> }
  /** Not an envelope: an HTML page, an empty or truncated body, another service's answer. */
  | { readonly kind: 'unrecognised'; readonly reason: UnrecognisedReason };

/**
 * Builds an envelope from the fields of an answer.
 *
 * A success has a `Score` from 0 to 1, and neither `Success: false` nor a `Code` other than 0. Everything else that has a `Code` is a
 * failure, whatever the HTTP status: a 200 with `Success: false` must not look like a result.
 */
export function envelopeOf(reading: RecordReading): ParsedEnvelope {
  if (!reading.ok) return { kind: 'unrecognised', reason: reading.reason };
  const success = readSuccess(reading.value);
  if (success !== undefined) return { kind: 'success', value: success };
  const failure = readFailure(reading.value);
  if (failure !== undefined) return { kind: 'failure', value: failure };
  return { kind: 'unrecognised', reason: 'not-an-envelope' };
}

function readSuccess(record: WireRecord): CompareSimilarByImageResult | undefined {
  const score = numberOf(firstOf(record['Score']));
  if (score === undefined || score < 0 || score > 1 || oneText(record, 'Success').toLowerCase() !== 'true')
    return undefined;
  if (textOf(firstOf(record['Code'] ?? 0)) !== '0') return undefined;
  return { ...readFields(record, compareSimilarByImageFields), Code: 0 } as CompareSimilarByImageResult;
}

function readFailure(record: WireRecord): FailureEnvelope<string> | undefined {
  const code = oneText(record, 'Code');
  const refused = oneText(record, 'Success').toLowerCase() === 'false';
  if (code === '' || (code === '0' && !refused)) return undefined;
  const message = record['Message'] ?? record['Msg'];
  return readFields({ ...record, Message: message }, failureWireFields) as FailureEnvelope<string>;
}

function oneText(record: WireRecord, name: string): string {
  return textOf(firstOf(record[name]));
}
