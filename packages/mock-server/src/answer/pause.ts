/** Longest wait a timer takes. */
const maxTimerMs = 2 ** 31 - 1;

/** A number in browsers, an object in Node. */
type Timer = (number | { readonly unref?: () => unknown }) & ReturnType<typeof setTimeout>;

/** Waits, `Infinity` included, or ends at once when `signal` is aborted. Never rejects. */
export function pause(durationMs: number, signal?: AbortSignal): Promise<void> {
  if (durationMs <= 0 || signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const timer: Timer = setTimeout(resolve, Math.min(durationMs, maxTimerMs));
    // Waiting for ever must not keep a test process from ending.
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
