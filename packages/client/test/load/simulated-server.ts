import type { Fetch } from '@semblance/client';
import { exampleReply } from '../fake-server.ts';
import type { Reply } from '../fake-server.ts';

/** What a simulated server does with a request at a moment of the virtual clock. */
export type Model = (nowMs: number) => { readonly afterMs: number; readonly reply: Reply; readonly refused: boolean };

/** A server on the (virtual) clock of timers that records its requests. */
export interface SimulatedServer {
  readonly fetch: Fetch;
  readonly arrivalsMs: number[];
  /** Times of refused requests. */
  readonly refusalsMs: number[];
}

/** Answers according to the model, on the installed clock. */
export function simulatedServer(model: Model): SimulatedServer {
  const arrivalsMs: number[] = [];
  const refusalsMs: number[] = [];
  const fetch: Fetch = (_url, init) => {
    const nowMs = performance.now();
    const { afterMs, reply, refused } = model(nowMs);
    arrivalsMs.push(nowMs);
    if (refused) refusalsMs.push(nowMs);
    return answerLater(afterMs, reply, init?.signal ?? undefined);
  };
  return { fetch, arrivalsMs, refusalsMs };
}

function answerLater(afterMs: number, reply: Reply, signal: AbortSignal | undefined): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { status, headers, body } = reply;
    const timer = setTimeout(
      () => resolve(new Response(body, { status: status ?? 200, headers: { ...headers } })),
      afterMs,
    );
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}

/** Flow control of a gateway. */
export interface FlowModel {
  readonly perSecond: number;
  readonly burst: number;
  readonly latencyMs: number;
  /** `exact`: milliseconds until there is a token. `second`: rounded up to whole seconds. `none`: no header. */
  readonly retryAfter: 'exact' | 'second' | 'none';
}

/** A token bucket whose refusals say when to retry. */
export function flowControlled({ perSecond, burst, latencyMs, retryAfter }: FlowModel): Model {
  let tokens = burst;
  let updatedAtMs = Number.NaN;
  return (nowMs) => {
    const elapsedMs = Number.isNaN(updatedAtMs) ? 0 : nowMs - updatedAtMs;
    tokens = Math.min(burst, tokens + (elapsedMs / 1000) * perSecond);
    updatedAtMs = nowMs;
    if (tokens >= 1) {
      tokens -= 1;
      return { afterMs: latencyMs, reply: exampleReply('success'), refused: false };
    }
    const waitMs = ((1 - tokens) / perSecond) * 1000;
    return { afterMs: Math.min(5, latencyMs), reply: denied(waitMs, retryAfter), refused: true };
  };
}

/** A bounded queue in front of workers; requests beyond it are refused. */
export function queued(model: { workers: number; workMs: number; places: number }): Model {
  const freeAtMs = Array.from({ length: model.workers }, () => 0);
  return (nowMs) => {
    const first = freeAtMs.indexOf(Math.min(...freeAtMs));
    const startMs = Math.max(nowMs, freeAtMs[first] ?? 0);
    const waiting = ((startMs - nowMs) / model.workMs) * model.workers;
    if (waiting > model.places) return { afterMs: 2, reply: denied(startMs - nowMs, 'second'), refused: true };
    freeAtMs[first] = startMs + model.workMs;
    return { afterMs: startMs + model.workMs - nowMs, reply: exampleReply('success'), refused: false };
  };
}

/** Fails a share of the calls with a server error. */
export function faulty(share: number, random: () => number): Model {
  return () => {
    const refused = random() < share;
    return { afterMs: 20, reply: exampleReply(refused ? 'ServerInternalError' : 'success'), refused };
  };
}

function denied(waitMs: number, retryAfter: FlowModel['retryAfter']): Reply {
  const reply = exampleReply('DeniedRequest');
  if (retryAfter === 'none') return reply;
  const seconds = { 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) };
  const exact = retryAfter === 'exact' ? { 'x-acs-retry-after': String(Math.ceil(waitMs)) } : {};
  return { ...reply, headers: { ...reply.headers, ...seconds, ...exact } };
}
