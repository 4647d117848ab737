import { errorKind, SemblanceError } from './semblance-error.ts';

/** A time-out of the client: of one attempt, or of the whole call with all its attempts and waits. */
export class TimeOutError extends SemblanceError<'TimedOut'> {
  override readonly name = 'TimeOutError';
  readonly scope: 'attempt' | 'total';
  readonly timeoutMs: number;

  constructor(scope: 'attempt' | 'total', timeoutMs: number) {
    const message = `${scope === 'attempt' ? 'An attempt' : 'The call'} took longer than ${scope}TimeoutMs, ${timeoutMs} ms.`;
    super('time-out', { code: 'TimedOut', message }, { retry: scope === 'attempt' ? 'backoff' : 'never' });
    this.scope = scope;
    this.timeoutMs = timeoutMs;
  }
}

/** Whether `value` is a `TimeOutError`, from any copy of this package. */
export function isTimeOutError(value: unknown): value is TimeOutError {
  return errorKind(value) === 'time-out';
}
