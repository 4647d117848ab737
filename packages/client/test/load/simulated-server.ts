import type { Fetch } from '@semblance/client';
import { exampleReply } from '../fake-server.ts';
import type { Reply } from '../fake-server.ts';

/** What a simulated server does with a request at a moment of the virtual clock. */
export type Model = (nowMs: number) => { readonly afterMs: number; readonly reply: Reply; readonly refused: boolean };

/** A server that lives on the (virtual) clock of timers, and remembers what reached it. */
export interface SimulatedServer {
  readonly fetch: Fetch;
  readonly arrivalsMs: number[];
  /** Arrivals that were refused. */
  readonly refusalsMs: number[];
}

/** Answers as the model says, on the clock that is installed. */
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

/** Flow control as a gateway does it. */
export interface FlowModel {
  readonly perSecond: number;
  readonly burst: number;
  readonly latencyMs: number;
  /** `exact`: the milliseconds until a token is there. `second`: rounded up to whole seconds. `none`: not said. */
  readonly retryAfter: 'exact' | 'second' | 'none';
}

/** A token bucket; refusals say when to come back as the model has it. */
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

/** A bounded queue in front of workers; what does not fit in is refused. */
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

/** Fails a share of the calls by a fault of its own. */
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
