import type { Caller } from './caller.ts';
import type { FlowControl, FlowLimit, FlowQuestion } from './flow-control.ts';
import type { Failure } from '../../compare/failure.ts';
import type { RetryDelay } from '../../workers/retry-delay.ts';

/** Options of flow control. */
export interface FlowOptions {
  readonly flowControl: FlowControl;
  readonly retryDelay: RetryDelay;
  /** Time on a monotonic clock. */
  readonly nowMs: number;
}

/** A bucket, and the name of its limit for the caller. */
export interface SharedBucket {
  readonly bucket: string;
  readonly what: string;
  readonly limit: FlowLimit;
  /** Whether the limit is the machine's capacity. */
  readonly isOfMachine: boolean;
}

/** Counts a call against the limit of its key, then against the shared bucket, if any. */
export async function flowFault(
  caller: Caller,
  shared: SharedBucket | undefined,
  options: FlowOptions,
): Promise<Failure | undefined> {
  const { key } = caller.share;
  const isOfMachine = false;
  const own = caller.limit && { bucket: `caller ${key}`, what: 'This access key', limit: caller.limit, isOfMachine };
  return (own && (await bucketFault(own, key, options))) ?? (shared && bucketFault(shared, key, options));
}

/** Wait before a retry when the buckets are unreachable, in milliseconds. */
const awayRetryMs = 1000;

async function bucketFault(
  { bucket, what, limit, isOfMachine }: SharedBucket,
  member: string,
  { flowControl, retryDelay, nowMs }: FlowOptions,
): Promise<Failure | undefined> {
  const question: FlowQuestion = { bucket, member, limit, isOfMachine };
  const verdict = await flowControl.take(question, nowMs);
  if (verdict.ok) return undefined;
  if ('isAway' in verdict) return { reason: 'store-away', retryAfterMs: awayRetryMs, cause: verdict.cause };
  return {
    reason: 'flow-limited',
    retryAfterMs: retryDelay.next(`${bucket} ${member}`, verdict, nowMs),
    detail: `${what} is served ${Number(limit.queriesPerSecond.toPrecision(3))} calls a second.`,
  };
}
