import { setTimeout } from 'node:timers/promises';
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

/**
 * Sends requests at random times with a mean rate, whether or not earlier ones are answered (a Poisson process): as callers who know nothing of one
 * another do. A load that waits for answers slows down with the server and never shows what a crowd does to it.
 */
export async function runOpenLoad({ perSecond, seconds, make, send }: OpenLoad): Promise<LoadReport> {
  const until = performance.now() + 1000 * seconds;
  const calls: Promise<Call>[] = [];
  let nextAtMs = performance.now();
  while (nextAtMs < until) {
    const request = await make();
    nextAtMs += (-Math.log(1 - Math.random()) * 1000) / perSecond;
    await setTimeout(Math.max(0, nextAtMs - performance.now()));
    calls.push(timed(request, send));
  }
  return reportOf(await Promise.all(calls), { perSecond, seconds });
}

async function timed(request: SignedRequest, send: OpenLoad['send']): Promise<Call> {
  const startedAtMs = performance.now();
  const outcome = await send(request).catch(() => undefined);
  return { tookMs: performance.now() - startedAtMs, outcome };
}

function reportOf(calls: readonly Call[], { seconds }: Pick<OpenLoad, 'perSecond' | 'seconds'>): LoadReport {
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
  const sorted = calls.map(({ tookMs }) => tookMs).toSorted((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
