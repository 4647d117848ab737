import type { Caller } from './caller.ts';
import type { FlowControl, FlowLimit, FlowQuestion } from './flow-control.ts';
import type { Failure } from '../../compare/failure.ts';
import type { RetryDelay } from '../../workers/retry-delay.ts';

/** What calls are counted with. */
export interface FlowOptions {
  readonly flowControl: FlowControl;
  readonly retryDelay: RetryDelay;
  /** On a clock that only runs forward. */
  readonly nowMs: number;
}

/** A bucket, and what it is a limit of, for the caller. */
export interface SharedBucket {
  readonly bucket: string;
  readonly what: string;
  readonly limit: FlowLimit;
  /** Whether the limit is what this machine can do. */
  readonly isOfMachine: boolean;
}

/** Counts a call against the limit of its key, then against the bucket it shares with others, if there is one. */
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

/** When trying again may help where the buckets are out of reach. */
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
