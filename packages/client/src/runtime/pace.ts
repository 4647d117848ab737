import type { ServerEstimate } from './server-estimate.ts';
import { untilAborted } from '../timed-scope.ts';

/** What an attempt showed about the server: it kept up, it was overloaded, or nothing. */
export type TurnResult = 'served' | 'refused' | 'unknown';

/** Ends an attempt. `holdMs`: how long a server that refused asks to wait. */
export type EndTurn = (turnResult: TurnResult, holdMs?: number) => void;

/** Admits attempts at the rate at which the server was seen to serve them. All calls of a client share one. */
export interface Pace {
  /** Waits for a turn. Attempts that were refused before (`again`) go first. Rejects with the signal's reason. */
  readonly turn: (signal: AbortSignal, again: boolean) => Promise<EndTurn>;
  /** Attempts that may be in progress at once, as far as is known. */
  readonly window: () => number;
}

/** Attempts at once while nothing is known about the server. */
const initialWindow = 4;
/** Longest time for which the gate stays closed; then one attempt probes the server. */
const maxHoldMs = 10_000;
/** After this time without attempts, earlier measurements say nothing about the rate. */
const idleMs = 1000;

/** Makes a pace. A refusal closes the gate for the time the server names plus a random part of it. */
export function createPace(maxWindow: number, random: () => number): Pace {
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let nextStartMs = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const letThrough = (): void => {
    clearTimeout(timer);
    while (waiting.length > 0 && underWay < learner.window()) {
      const nowMs = performance.now();
      const dueInMs = nextStartMs - nowMs;
      if (dueInMs > 0) {
        timer = setTimeout(letThrough, dueInMs);
        return;
      }
      if (underWay === 0 && dueInMs < -idleMs) learner.now()?.restart(nowMs);
      nextStartMs = nowMs + (learner.now()?.gapMs() ?? 0);
      underWay += 1;
      waiting.shift()?.();
    }
    if (waiting.length > 0) learner.learn();
  };
  const learner = createLearner(maxWindow, letThrough);
  const end = (startedMs: number, turnResult: TurnResult, holdMs: number): void => {
    const nowMs = performance.now();
    if (turnResult === 'served') learner.now()?.served(nowMs, underWay >= learner.window());
    if (turnResult === 'refused') {
      nextStartMs = Math.max(nextStartMs, nowMs + Math.min(maxHoldMs, holdMs * (1 + random() / 2)));
      learner.now()?.refused(nowMs, startedMs, underWay);
    }
    underWay -= 1;
    letThrough();
  };
  const leave = (admit: () => void): void => {
    const position = waiting.indexOf(admit);
    if (position === -1) underWay -= 1;
    else waiting.splice(position, 1);
    letThrough();
  };
  const enter = (admit: () => void, again: boolean): void => {
    waiting[again ? 'unshift' : 'push'](admit);
    letThrough();
  };
  return {
    window: learner.window,
    turn: (signal, again) => takeTurn({ enter, leave, end }, signal, again),
  };
}

interface Gate {
  readonly enter: (admit: () => void, again: boolean) => void;
  readonly leave: (admit: () => void) => void;
  readonly end: (startedMs: number, turnResult: TurnResult, holdMs: number) => void;
}

async function takeTurn({ enter, leave, end }: Gate, signal: AbortSignal, again: boolean): Promise<EndTurn> {
  let admit = (): void => {};
  const admitted = new Promise<void>((resolve) => {
    admit = resolve;
  });
  enter(admit, again);
  await untilAborted(admitted, signal).catch((reason: unknown) => {
    leave(admit);
    throw reason;
  });
  const startedMs = performance.now();
  return (turnResult, holdMs = 0) => end(startedMs, turnResult, holdMs);
}

interface Learner {
  readonly now: () => ServerEstimate | undefined;
  readonly window: () => number;
  readonly learn: () => void;
}

/** Loads the code that learns the rate when calls wait for the first time; a page that compares a few pictures never needs it. */
function createLearner(maxWindow: number, onLearning: () => void): Learner {
  const firstWindow = Math.min(initialWindow, maxWindow);
  let estimate: ServerEstimate | undefined;
  const load = async (): Promise<void> => {
    const { createServerEstimate } = await import('./server-estimate.ts');
    estimate = createServerEstimate({ firstWindow, maxWindow, nowMs: performance.now() });
    onLearning();
  };
  let loading: Promise<void> | undefined;
  return {
    now: () => estimate,
    window: () => estimate?.window() ?? firstWindow,
    learn: () => {
      loading ??= load().catch(() => undefined);
    },
  };
}
