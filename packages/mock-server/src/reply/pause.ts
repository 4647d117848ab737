/** Longest wait a timer takes. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/** Waits, `Infinity` included, or ends at once when `signal` is aborted. Never rejects. */
export function pause(durationMs: number, signal?: AbortSignal): Promise<void> {
  if (durationMs <= 0 || signal?.aborted === true) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, Math.min(durationMs, MAX_TIMER_MS));
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
