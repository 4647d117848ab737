import { createClient } from '@semblance/client';
import type { AttemptOutcome, Client, ClientOptions } from '@semblance/client';
import { vi } from 'vitest';
import type { SimulatedServer } from './simulated-server.ts';

const picture = new Uint8Array([1, 2, 3]);

/** Result of a load. */
export interface LoadOutcome {
  readonly served: number;
  /** Requests per call. */
  readonly amplification: number;
  /** Duration on the virtual clock. */
  readonly seconds: number;
}

/** Makes a client of a simulated server. */
export function clientOf({ fetch }: SimulatedServer, options: Partial<ClientOptions> = {}): Client {
  return createClient({ endpoint: 'http://127.0.0.1:1', instanceName: 'demo', fetch, ...options });
}

/** Records the client's waits before attempts, in milliseconds. */
export function waitsInto(waitsMs: number[]): Partial<ClientOptions> {
  const attemptEnded = (_info: unknown, { retryInMs }: AttemptOutcome): void => {
    if (retryInMs !== undefined) waitsMs.push(retryInMs);
  };
  return { hooks: { attemptEnded } };
}

/** Makes one call with every client at the same moment. */
export async function callAtOnce(clients: readonly Client[], server: SimulatedServer): Promise<LoadOutcome> {
  const work = Promise.allSettled(clients.map((client) => client.compare(picture, picture)));
  return observe(async () => (await work).filter(({ status }) => status === 'fulfilled').length, {
    calls: clients.length,
    server,
  });
}

/** Makes calls at once and compares a list of as many pairs, on the real clock. */
export async function callInRealTime(client: Client, calls: number): Promise<void> {
  await Promise.allSettled(Array.from({ length: calls }, () => client.compare(picture, picture)));
  for await (const { ok } of client.compareMany(pairsOf(calls))) if (!ok) return;
}

function pairsOf(calls: number): { readonly primary: Uint8Array; readonly secondary: Uint8Array }[] {
  return Array.from({ length: calls }, () => ({ primary: picture, secondary: picture }));
}

/** Compares a list of pairs. */
export async function compareList(client: Client, calls: number, server: SimulatedServer): Promise<LoadOutcome> {
  const compareAll = async (): Promise<number> => {
    let served = 0;
    for await (const { ok } of client.compareMany(pairsOf(calls))) served += ok ? 1 : 0;
    return served;
  };
  return observe(compareAll, { calls, server });
}

async function observe(
  work: () => Promise<number>,
  { calls, server }: { calls: number; server: SimulatedServer },
): Promise<LoadOutcome> {
  const startedMs = performance.now();
  const served = await onVirtualClock(work());
  return {
    served,
    amplification: server.arrivalsMs.length / calls,
    seconds: (performance.now() - startedMs) / 1000,
  };
}

async function onVirtualClock<Value>(work: Promise<Value>): Promise<Value> {
  const done = new AbortController();
  const watched = work.finally(() => done.abort());
  while (!done.signal.aborted) await vi.advanceTimersByTimeAsync(20);
  return watched;
}

/** The largest number of events in any `widthMs`. */
export function largestWave(timesMs: readonly number[], widthMs: number): number {
  const sorted = timesMs.toSorted((first, second) => first - second);
  return Math.max(0, ...sorted.map((start, index) => sorted.filter((at) => at < start + widthMs).length - index));
}
