import { readFileSync } from 'node:fs';

/** Tells a command when it has been asked to stop. */
export interface StopWatch {
  /** Aborted at the first request to stop. */
  readonly signal: AbortSignal;
  /** Resolves at the same time. */
  readonly asked: Promise<void>;
}

/** Exit codes after a forced stop, by the shells' convention: 128 plus the signal's number. */
const endedAtOnce = { SIGINT: 130, SIGTERM: 143 } as const;
/** A terminal signals both npm and its command, and npm forwards its copy: a second signal within this time is the same request. */
const sameRequestMs = 300;
const parentCheckMs = 500;

/**
 * Listens for requests to stop: SIGINT, SIGTERM and, for a command started by npm, the end of npm, which may be killed without passing a
 * signal on. A second signal calls `abandon` and ends the process at once.
 */
export function watchStop(abandon: () => void = () => undefined): StopWatch {
  const controller = new AbortController();
  const { signal } = controller;
  // Node 20 lacks Promise.withResolvers.
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

/** Calls `onGone` when the parent process has ended, which shows as a new parent id. There may be a shell between npm and its command. */
function watchParent(onGone: () => void): void {
  const parents = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === parents) return;
    clearInterval(timer);
    onGone();
  }, parentCheckMs).unref();
}

/** The parent's id; where Linux's /proc shows that the parent is a shell, the grandparent's too. */
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
