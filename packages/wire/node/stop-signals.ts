import { readFileSync } from 'node:fs';

/** How a command learns that it has to stop. */
export interface StopWatch {
  /** Aborted at the first request to stop. */
  readonly signal: AbortSignal;
  /** Resolves at the same time. */
  readonly asked: Promise<void>;
}

/** Exit code of a process that was ended at once, as shells count it: 128 and the signal's number. */
const endedAtOnce = { SIGINT: 130, SIGTERM: 143 } as const;
/** A terminal signals npm and its command alike, and npm passes the signal on: a signal that follows so soon is not a second request. */
const sameRequestMs = 300;
const parentCheckMs = 500;

/**
 * Listens for requests to stop: the signals of a terminal and of a supervisor, and, for a command started by npm, the end
 * of npm, which may be killed without a word. The second signal ends the process at once, after `abandon`, where one is given.
 */
export function watchStop(abandon: () => void = () => undefined): StopWatch {
  const controller = new AbortController();
  const { signal } = controller;
  // Promise.withResolvers is not in Node 20.
  const asked = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  let askedAtMs = 0;
  const ask = (): void => {
    if (signal.aborted) return;
    askedAtMs = performance.now();
    controller.abort();
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      if (!signal.aborted) ask();
      else if (performance.now() - askedAtMs > sameRequestMs) endNow(endedAtOnce[name], abandon);
    });
  }
  if (process.env['npm_lifecycle_event'] !== undefined) watchParent(ask);
  return { signal, asked };
}

function endNow(exitCode: number, abandon: () => void): void {
  abandon();
  process.exit(exitCode);
}

/** An orphan gets another parent: the process that takes orphans in. Between npm and its command there may be a shell. */
function watchParent(onGone: () => void): void {
  const parents = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === parents) return;
    clearInterval(timer);
    onGone();
  }, parentCheckMs).unref();
}

/** The parent; where that is a shell, which the system tells on Linux (proc(5)), its parent too. */
function ancestors(): string {
  const parent = process.ppid;
  try {
    const text = readFileSync(`/proc/${parent}/stat`, 'latin1');
    const isShell = /\((?:ba|da|z|k|a)?sh\)/.test(text);
    return isShell ? `${parent} ${text.slice(text.lastIndexOf(')') + 2).split(' ')[1]}` : String(parent);
  } catch {
    return String(parent);
  }
}
