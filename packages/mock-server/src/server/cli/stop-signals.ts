import { readFileSync } from 'node:fs';

/** Exit code of a process that was ended at once, as shells count it: 128 and the signal's number. */
const endedAtOnce = { SIGINT: 130, SIGTERM: 143 } as const;
/** A terminal signals npm and its command alike, and npm passes the signal on: a signal that follows so soon is not a second request. */
const sameRequestMs = 300;
const parentCheckMs = 500;

/**
 * Resolves at the first request to stop: a signal of a terminal or supervisor, or, for a command started by npm, the end of npm,
 * which may be killed without a word. The second signal ends the process at once.
 */
export function untilStopped(): Promise<void> {
  // Promise.withResolvers is not in Node 20.
  return new Promise((resolve) => {
    let askedAtMs: number | undefined;
    const ask = (): void => {
      askedAtMs ??= performance.now();
      resolve();
    };
    for (const name of ['SIGINT', 'SIGTERM'] as const) {
      process.on(name, () => {
        if (askedAtMs !== undefined && performance.now() - askedAtMs > sameRequestMs) process.exit(endedAtOnce[name]);
        ask();
      });
    }
    if (process.env['npm_lifecycle_event'] !== undefined) watchParent(ask);
  });
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
