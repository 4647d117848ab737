import { sendPoisson } from '../measure/poisson-load.ts';
import { quantile } from '../measure/quantile.ts';
import type { LoadReply, SignedRequest } from './load.ts';

/** What became of one request. */
interface Call {
  readonly tookMs: number;
  /** Absent where the connection gave no answer. */
  readonly outcome: LoadReply | undefined;
}

/** A load that does not wait for its answers. */
export interface OpenLoad {
  readonly perSecond: number;
  readonly seconds: number;
  /** Made before its time comes, so that making it delays nobody. */
  readonly make: () => Promise<SignedRequest>;
  readonly send: (request: SignedRequest) => Promise<LoadReply>;
}

/** What a load met, milliseconds where not counted. */
export interface LoadReport {
  readonly offeredPerSecond: number;
  readonly servedPerSecond: number;
  readonly served: number;
  readonly denied: number;
  readonly lost: number;
  readonly serverErrors: number;
  /** Any other answer, by code. */
  readonly others: readonly string[];
  readonly servedP50Ms: number;
  readonly servedP99Ms: number;
  readonly deniedP99Ms: number;
}

/** Sends requests at random times for a while, and counts what becomes of them. */
export async function runOpenLoad({ perSecond, seconds, make, send }: OpenLoad): Promise<LoadReport> {
  const untilMs = performance.now() + 1000 * seconds;
  const calls = await sendPoisson({
    perSecond,
    goesOn: (_, dueAtMs) => dueAtMs < untilMs,
    make,
    send: (request) => timed(request, send),
    random: Math.random,
  });
  return reportOf(calls, seconds);
}

async function timed(request: SignedRequest, send: OpenLoad['send']): Promise<Call> {
  const startedAtMs = performance.now();
  const outcome = await send(request).catch(() => undefined);
  return { tookMs: performance.now() - startedAtMs, outcome };
}

function reportOf(calls: readonly Call[], seconds: number): LoadReport {
  const served = calls.filter(({ outcome }) => outcome?.status === 200);
  const denied = calls.filter(({ outcome }) => outcome?.code === 'DeniedRequest');
  const failed = calls.filter(({ outcome }) => (outcome?.status ?? 0) >= 500);
  const known = new Set([...served, ...denied, ...failed]);
  const others = calls.flatMap((call) => (call.outcome === undefined || known.has(call) ? [] : [call.outcome.code]));
  return {
    offeredPerSecond: calls.length / seconds,
    servedPerSecond: served.length / seconds,
    served: served.length,
    denied: denied.length,
    lost: calls.filter(({ outcome }) => outcome === undefined).length,
    serverErrors: failed.filter(({ outcome }) => outcome?.code !== 'DeniedRequest').length,
    others,
    servedP50Ms: percentile(served, 0.5),
    servedP99Ms: percentile(served, 0.99),
    deniedP99Ms: percentile(denied, 0.99),
  };
}

function percentile(calls: readonly Call[], share: number): number {
  if (calls.length === 0) return 0;
  const rising = calls.map(({ tookMs }) => tookMs).toSorted((first, second) => first - second);
  return quantile(rising, share);
}
