import { isSemblanceError } from '../errors/any-semblance-error.ts';
import type { AttemptInfo, Hooks } from './hooks.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { RetryPolicy } from './retry-delay.ts';
import { pause } from './timed-scope.ts';

/** One request, to be attempted until it succeeds or must not be attempted again. */
export interface RetriedRequest<Value> {
  readonly describe: (attempt: number) => AttemptInfo;
  readonly attempt: (
    headers: Readonly<Record<string, string>>,
  ) => Promise<{ value: Value; httpStatus: number; requestId?: string }>;
  /** Mends what the error complains of (clock, credentials); `true` grants one immediate attempt. Asked once per call. */
  readonly mend: (error: unknown) => boolean;
  /** Ends the call, waits included. */
  readonly signal: AbortSignal;
  /** Milliseconds the call may still take. */
  readonly remainingMs: () => number;
}

/** How requests are retried and observed. */
export interface RetrySettings {
  readonly retry: RetryPolicy;
  readonly hooks: Hooks;
  readonly random: () => number;
}

/** The value, and how many attempts it took. */
export interface Retried<Value> {
  readonly value: Value;
  readonly attempts: number;
}

/** Runs a request with retries. A wait that the call's time-out would cut short is not begun: the last error is thrown at once. */
export async function retrying<Value>(
  request: RetriedRequest<Value>,
  settings: RetrySettings,
): Promise<Retried<Value>> {
  const state = { usedOnce: false, mended: false };
  for (let attempts = 1; ; attempts += 1) {
    const info = request.describe(attempts);
    const startedMs = performance.now();
    const headers = settings.hooks.attemptStarted?.(info)?.headers ?? {};
    try {
      const { value, httpStatus, requestId } = await request.attempt(headers);
      settings.hooks.attemptEnded?.(info, { durationMs: performance.now() - startedMs, httpStatus, requestId });
      return { value, attempts };
    } catch (error) {
      const delayMs = request.signal.aborted ? undefined : nextDelayMs({ error, attempts, state, request, settings });
      const durationMs = performance.now() - startedMs;
      const facts = isSemblanceError(error) ? { httpStatus: error.httpStatus, requestId: error.requestId } : {};
      settings.hooks.attemptEnded?.(info, { durationMs, ...facts, error, retryInMs: delayMs });
      if (delayMs === undefined) throw error;
      await pause(delayMs, request.signal);
    }
  }
}

interface Failure {
  readonly error: unknown;
  readonly attempts: number;
  readonly state: { usedOnce: boolean; mended: boolean };
  readonly request: Pick<RetriedRequest<unknown>, 'mend' | 'remainingMs'>;
  readonly settings: RetrySettings;
}

function nextDelayMs({ error, attempts, state, request, settings }: Failure): number | undefined {
  if (!isSemblanceError(error) || settings.retry.maxAttempts <= 1) return undefined;
  if (!state.mended && request.mend(error)) {
    state.mended = true;
    return 0;
  }
  const { retry: guidance, retryAfterMs } = error;
  const question = { guidance, retryAfterMs, attempts, usedOnce: state.usedOnce, random: settings.random() };
  const delayMs = retryDelayMs(question, settings.retry);
  if (guidance === 'once') state.usedOnce = true;
  return delayMs === undefined || delayMs > request.remainingMs() ? undefined : delayMs;
}
