import { accessDeniedDetailWireFields } from '@semblance/spec/protocol';
import type { AccessDeniedDetail, CompareSimilarByImageResult, FailureEnvelope } from '@semblance/spec/types';
import type { RecordReading, UnrecognisedReason, WireRecord } from './record-reading.ts';

/** What an answer turned out to be. */
export type ParsedEnvelope =
  | { readonly kind: 'success'; readonly value: CompareSimilarByImageResult }
  /** A failure; its `Code` may be one this version of the contract does not know. Absent texts are empty strings. */
  | { readonly kind: 'failure'; readonly value: FailureEnvelope<string> }
  /** No envelope: an HTML page, an empty or truncated body, another service's answer. */
  | { readonly kind: 'unrecognised'; readonly reason: UnrecognisedReason };

/**
 * Makes an envelope of the fields of an answer.
 *
 * A success has a `Score` from 0 to 1, and neither `Success: false` nor a `Code` other than 0. Everything else that has a
 * `Code` is a failure, whatever the HTTP status: a 200 with `Success: false` must not look like a result.
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
  const score = numberOf(record['Score']);
  if (score === undefined || score < 0 || score > 1 || textOf(record['Success']).toLowerCase() !== 'true')
    return undefined;
  if (textOf(record['Code'] ?? 0) !== '0') return undefined;
  const detail = readDetail(record['AccessDeniedDetail']);
  return {
    Score: score,
    Success: true,
    RequestId: textOf(record['RequestId']),
    Msg: textOf(record['Msg']),
    ...(detail === undefined ? {} : { AccessDeniedDetail: detail }),
    Code: 0,
  };
}

function readFailure(record: WireRecord): FailureEnvelope<string> | undefined {
  const code = textOf(record['Code']);
  const refused = textOf(record['Success']).toLowerCase() === 'false';
  if (code === '' || (code === '0' && !refused)) return undefined;
  const recommend = textOf(record['Recommend']);
  const detail = readDetail(record['AccessDeniedDetail']);
  return {
    RequestId: textOf(record['RequestId']),
    HostId: textOf(record['HostId']),
    Code: code,
    Message: textOf(record['Message'] ?? record['Msg']),
    ...(recommend === '' ? {} : { Recommend: recommend }),
    ...(detail === undefined ? {} : { AccessDeniedDetail: detail }),
  };
}

function readDetail(value: unknown): AccessDeniedDetail | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as WireRecord;
  const pairs = accessDeniedDetailWireFields
    .map(([name]) => [name, textOf(record[name])])
    .filter(([, text]) => text !== '');
  return pairs.length === 0 ? undefined : (Object.fromEntries(pairs) as AccessDeniedDetail);
}

function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(value.trim())) return undefined;
  return Number(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
