/** A signal that ends with its parent, with a timer, or never. */
export interface TimedScope {
  readonly signal: AbortSignal;
  /** Aborts the work in the scope. */
  readonly cancel: (reason: unknown) => void;
  /** Stops the timer and releases the parent; call it when the work has ended in any way. */
  readonly close: () => void;
}

/** Limits of a scope. */
export interface ScopeBounds {
  readonly parent?: AbortSignal | undefined;
  readonly timeoutMs: number;
  /** Makes the reason of the abort when the time is over. */
  readonly timeOut: () => Error;
}

const followersBySignal = new WeakMap<AbortSignal, Set<() => void>>();

/** Followers of a signal, served by one listener: Node warns about more than ten, and a signal may limit any number of calls. */
function followersOf(signal: AbortSignal): Set<() => void> {
  const known = followersBySignal.get(signal);
  if (known !== undefined) return known;
  const followers = new Set<() => void>();
  followersBySignal.set(signal, followers);
  signal.addEventListener('abort', () => followers.forEach((follow) => follow()), { once: true });
  return followers;
}

/** Longest delay of a timer; a longer one fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Opens a scope. `AbortSignal.timeout` would keep its timer after the work and not tell which time-out it was. */
export function openScope({ parent, timeoutMs, timeOut }: ScopeBounds): TimedScope {
  const controller = new AbortController();
  const follow = (): void => controller.abort(parent?.reason);
  const followers = parent && followersOf(parent);
  if (parent?.aborted === true) follow();
  else followers?.add(follow);
  const timer = timeoutMs <= longestTimerMs ? setTimeout(() => controller.abort(timeOut()), timeoutMs) : undefined;
  return {
    signal: controller.signal,
    cancel: (reason) => controller.abort(reason),
    close: () => {
      clearTimeout(timer);
      followers?.delete(follow);
    },
  };
}

/** Waits for `work`, but no longer than the signal allows; rejects with the signal's reason. */
export function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Waits for some milliseconds or until the signal ends, then rejects with its reason. */
export async function pause(durationMs: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timed = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, durationMs);
  });
  await untilAborted(timed, signal).finally(() => clearTimeout(timer));
}
