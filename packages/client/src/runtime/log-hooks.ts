import { isSemblanceError } from '../errors/any-semblance-error.ts';
import type { AttemptInfo, AttemptOutcome, Hooks } from './hooks.ts';
import type { LogFacts, Logger } from './logger.ts';

/** Hooks that write a log and then call other hooks. */
export function logHooks(logger: Logger, hooks: Hooks): Hooks {
  return {
    attemptStarted: (info) => {
      const { action, attempt, host } = info;
      logger.debug?.(subjectOf(info), { action, attempt, host });
      return hooks.attemptStarted?.(info);
    },
    attemptEnded: (info, outcome) => {
      const facts = factsOf(info, outcome);
      logger[outcome.error === undefined ? 'debug' : 'warn']?.(lineOf(facts), facts);
      hooks.attemptEnded?.(info, outcome);
    },
  };
}

function factsOf({ action, attempt, host }: AttemptInfo, outcome: AttemptOutcome): LogFacts {
  const { durationMs, httpStatus, requestId, error, retryInMs } = outcome;
  const code = error === undefined ? undefined : isSemblanceError(error) ? error.code : 'Aborted';
  return { action, attempt, host, durationMs: Math.round(durationMs), httpStatus, requestId, code, retryInMs };
}

function subjectOf({ action, host, attempt }: Pick<LogFacts, 'action' | 'host' | 'attempt'>): string {
  return `semblance: ${action} to ${host}, attempt ${attempt}`;
}

function lineOf(facts: LogFacts): string {
  const { durationMs, httpStatus, requestId, code = 'ok', retryInMs } = facts;
  const next = retryInMs === undefined ? '' : `, again in ${Math.round(retryInMs)} ms`;
  return `${subjectOf(facts)}: ${code}, HTTP ${httpStatus ?? '-'}, ${durationMs} ms, request ${requestId ?? '-'}${next}`;
}
