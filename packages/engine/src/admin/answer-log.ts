import type { Logger } from 'pino';
import { monotonicMs } from '../clock.ts';
import type { Failure } from '../failure.ts';
import type { Metrics } from './metrics.ts';

/** What is known of an answer. */
export interface AnswerRecord {
  readonly requestId: string;
  readonly code: string;
  readonly status: number;
  /** On the monotonic clock. */
  readonly startedAtMs: number;
  readonly failure?: Failure | undefined;
  /** Action, caller, instance: names only. */
  readonly facts?: object;
}

/** Writes answers to log and metrics. Neither parameters, nor signatures, nor pictures are ever handed to it. */
export type AnswerLog = (record: AnswerRecord) => void;

/** A log of answers. */
export function createAnswerLog(logger: Logger, metrics: Metrics): AnswerLog {
  return ({ requestId, code, status, startedAtMs, failure, facts }) => {
    const ms = monotonicMs() - startedAtMs;
    metrics.answered(code, ms / 1000);
    const { reason, which, detail, cause } = failure ?? {};
    const entry = {
      requestId,
      code,
      status,
      ms,
      ...facts,
      reason,
      which,
      detail,
      ...(cause === undefined ? {} : { err: asError(cause) }),
    };
    if (status >= 500) logger.error(entry, 'answered');
    else logger.info(entry, 'answered');
  };
}

function asError(cause: unknown): unknown {
  return cause instanceof Error ? cause : new Error(String(cause));
}
