import { untilAborted } from '../timed-scope.ts';

/** Limits and order of the work. */
export interface TurnstileOptions {
  /** Most pieces of work in progress; read again at every change. */
  readonly concurrency: () => number;
  /** Most pieces begun and not yet yielded. */
  readonly capacity: number;
  readonly order: 'input' | 'completion';
}

/** Admits pieces of work and yields their outcomes in the requested order. */
export interface Turnstile<Outcome> {
  /** Resolves when another piece may be begun. */
  readonly room: (signal: AbortSignal) => Promise<void>;
  readonly started: () => void;
  readonly finished: (outcome: Outcome) => void;
  /** No more work will come. */
  readonly end: () => void;
  /** The source failed; outcomes of begun work are still yielded, then the error is thrown. */
  readonly fail: (error: unknown) => void;
  readonly outcomes: (signal: AbortSignal) => AsyncGenerator<Outcome, void, undefined>;
}

interface State<Outcome> {
  running: number;
  held: number;
  nextIndex: number;
  readonly ready: Outcome[];
  ending: { readonly error?: unknown } | undefined;
  /** Wakes both sides, which check again what they wait for. */
  wake: () => void;
  changed: Promise<void>;
}

/** Makes a turnstile for outcomes that know their position. */
export function createTurnstile<Outcome extends { readonly index: number }>(
  options: TurnstileOptions,
): Turnstile<Outcome> {
  const state: State<Outcome> = {
    running: 0,
    held: 0,
    nextIndex: 0,
    ready: [],
    ending: undefined,
    wake: () => {},
    changed: Promise.resolve(),
  };
  renew(state);
  return {
    room: async (signal) => {
      while (state.running >= options.concurrency() || state.held >= options.capacity)
        await untilAborted(state.changed, signal);
    },
    started: () => {
      state.running += 1;
      state.held += 1;
    },
    finished: (outcome) => {
      state.running -= 1;
      state.ready.push(outcome);
      notify(state);
    },
    end: () => {
      state.ending ??= {};
      notify(state);
    },
    fail: (error) => {
      state.ending ??= { error };
      notify(state);
    },
    outcomes: (signal) => outcomes(state, options.order, signal),
  };
}

async function* outcomes<Outcome extends { readonly index: number }>(
  state: State<Outcome>,
  order: TurnstileOptions['order'],
  signal: AbortSignal,
): AsyncGenerator<Outcome, void, undefined> {
  for (;;) {
    signal.throwIfAborted();
    const outcome = take(state, order);
    if (outcome !== undefined) {
      state.held -= 1;
      notify(state);
      yield outcome;
    } else if (state.ending !== undefined && state.held === 0) {
      if ('error' in state.ending) throw state.ending.error;
      return;
    } else {
      await untilAborted(state.changed, signal);
    }
  }
}

function take<Outcome extends { readonly index: number }>(
  state: State<Outcome>,
  order: TurnstileOptions['order'],
): Outcome | undefined {
  if (order === 'completion') return state.ready.shift();
  const position = state.ready.findIndex(({ index }) => index === state.nextIndex);
  if (position === -1) return undefined;
  state.nextIndex += 1;
  return state.ready.splice(position, 1)[0];
}

function notify<Outcome>(state: State<Outcome>): void {
  const { wake } = state;
  renew(state);
  wake();
}

function renew<Outcome>(state: State<Outcome>): void {
  state.changed = new Promise((resolve) => {
    state.wake = resolve;
  });
}
