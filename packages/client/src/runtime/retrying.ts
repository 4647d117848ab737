import { isSemblanceError } from '../errors/any-semblance-error.ts';
import type { AnySemblanceError } from '../errors/any-semblance-error.ts';
import type { AttemptInfo, Hooks } from './hooks.ts';
import type { EndTurn, Pace, TurnResult } from './pace.ts';
import type { RetryBudget } from './retry-budget.ts';
import { retryDelayMs } from './retry-delay.ts';
import type { RetryPolicy } from './retry-delay.ts';
import { pause } from '../timed-scope.ts';

/** A request to attempt until it succeeds or must not be retried. */
export interface RetriedRequest<Value> {
  readonly describe: (attempt: number) => AttemptInfo;
  readonly attempt: (
    headers: Readonly<Record<string, string>>,
  ) => Promise<{ value: Value; httpStatus: number; requestId?: string }>;
  /** Corrects the cause of an error (clock, credentials); `true` grants one immediate attempt. Called once per call. */
  readonly mend: (error: unknown) => boolean;
  /** Where attempts wait for their turn; `undefined` for a server that is not paced. */
  readonly pace: Pace | undefined;
  /** Ends the call, waits included. */
  readonly signal: AbortSignal;
  /** Milliseconds the call may still take. */
  readonly remainingMs: () => number;
}

/** How requests are retried and observed. */
export interface RetrySettings {
  readonly retry: RetryPolicy;
  readonly budget: RetryBudget;
  readonly hooks: Hooks | Promise<Hooks>;
  readonly random: () => number;
}

/** The value, and how many attempts it took. */
export interface Retried<Value> {
  readonly value: Value;
  readonly attempts: number;
}

/** Runs a request with retries. If the next wait would exceed the call's time-out, the last error is thrown at once. */
export async function retrying<Value>(
  request: RetriedRequest<Value>,
  settings: RetrySettings,
): Promise<Retried<Value>> {
  const hooks = await settings.hooks;
  const state = { usedOnce: false, mended: false, failures: 0 };
  for (let attempts = 1; ; attempts += 1) {
    const endTurn = await request.pace?.turn(request.signal, attempts > 1);
    const info = request.describe(attempts);
    const startedMs = performance.now();
    const headers = hooks.attemptStarted?.(info)?.headers ?? {};
    try {
      const { value, httpStatus, requestId } = await request.attempt(headers);
      endTurn?.('served');
      settings.budget.succeeded();
      hooks.attemptEnded?.(info, { durationMs: performance.now() - startedMs, httpStatus, requestId });
      return { value, attempts };
    } catch (error) {
      reportFailure(error, endTurn);
      const delayMs = request.signal.aborted ? undefined : nextDelayMs({ error, attempts, state, request, settings });
      const durationMs = performance.now() - startedMs;
      const facts = isSemblanceError(error) ? { httpStatus: error.httpStatus, requestId: error.requestId } : {};
      hooks.attemptEnded?.(info, { durationMs, ...facts, error, retryInMs: delayMs });
      if (delayMs === undefined) throw error;
      await pause(delayMs, request.signal);
    }
  }
}

function reportFailure(error: unknown, endTurn: EndTurn | undefined): void {
  if (isSemblanceError(error)) endTurn?.(turnResultOf(error), error.retryAfterMs);
  else endTurn?.('unknown');
}

/** A refusal for another reason than load shows, like a success, that the server keeps up; a fault shows nothing. */
function turnResultOf(error: AnySemblanceError): TurnResult {
  if (isLater(error) || error.code === 'TimedOut') return 'refused';
  return (error.httpStatus ?? 500) < 500 ? 'served' : 'unknown';
}

/** Whether the server refused only because of its load. */
function isLater(error: AnySemblanceError): boolean {
  const { httpStatus, retryAfterMs } = error;
  const isBusy = 'isBusy' in error && error.isBusy;
  return isBusy || httpStatus === 429 || (httpStatus === 503 && retryAfterMs !== undefined);
}

interface FailedAttempt {
  readonly error: unknown;
  readonly attempts: number;
  readonly state: { usedOnce: boolean; mended: boolean; failures: number };
  readonly request: Pick<RetriedRequest<unknown>, 'mend' | 'remainingMs'>;
  readonly settings: RetrySettings;
}

function nextDelayMs({ error, attempts, state, request, settings }: FailedAttempt): number | undefined {
  if (!isSemblanceError(error) || settings.retry.maxAttempts <= 1) return undefined;
  if (!state.mended && request.mend(error)) {
    state.mended = true;
    return 0;
  }
  const later = isLater(error);
  if (!later) state.failures += 1;
  const { retry: guidance, retryAfterMs } = error;
  const { failures, usedOnce } = state;
  const times = { retryAfterMs, remainingMs: request.remainingMs(), random: settings.random() };
  const question = { guidance, isLater: later, attempts, failures, usedOnce, ...times };
  const delayMs = retryDelayMs(question, settings.retry);
  if (guidance === 'once') state.usedOnce = true;
  return delayMs === undefined || later || settings.budget.take() ? delayMs : undefined;
}
