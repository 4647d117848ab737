/** Longest delay of a timer. */
const maxTimerMs = 2 ** 31 - 1;

/** A number in browsers, an object in Node. */
type Timer = (number | { readonly unref?: () => unknown }) & ReturnType<typeof setTimeout>;

/** Waits, for ever if `durationMs` is `Infinity`, until the time is over or `signal` is aborted. Never rejects. */
export function pause(durationMs: number, signal?: AbortSignal): Promise<void> {
  if (durationMs <= 0 || signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const timer: Timer = setTimeout(resolve, Math.min(durationMs, maxTimerMs));
    // An endless wait must not keep a test process alive.
    if (!Number.isFinite(durationMs) && typeof timer === 'object') timer.unref?.();
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
