import type { Logger } from 'pino';
import { monotonicMs } from '../../clock.ts';
import type { Failure } from '../../compare/failure.ts';
import type { AuditLog } from './audit-log.ts';
import type { Metrics } from './metrics.ts';
import type { RecentFailures } from './recent-failures.ts';

/** Known facts of a call: names only, no parameters, signatures or pictures. */
export interface CallFacts {
  readonly action?: string | undefined;
  readonly principal?: string | undefined;
  readonly instance?: string | undefined;
  /** AccessKeyId of a known key; shortened for an unknown one. */
  readonly accessKeyId?: string | undefined;
  /** Address the connection came from. */
  readonly peer?: string | undefined;
}

/** Facts of an answer. */
export interface AnswerRecord {
  readonly requestId: string;
  readonly code: string;
  readonly status: number;
  /** On the monotonic clock. */
  readonly startedAtMs: number;
  readonly failure?: Pick<Failure, 'reason' | 'which' | 'detail' | 'cause'> | AnswerFailure | undefined;
  readonly facts?: CallFacts;
}

/** A failure, with its internal details. */
export interface AnswerFailure {
  readonly reason?: undefined;
  readonly which?: undefined;
  readonly detail?: string | undefined;
  readonly cause?: unknown;
}

/** Records answers in log, audit log and metrics. */
export type AnswerLog = (record: AnswerRecord) => void;

/** Destinations of records. */
export interface AnswerSinks {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly audit: AuditLog;
  readonly failures: RecentFailures;
}

/** Makes a log of answers. Internal failures are logged as errors, failed authentication as warnings. */
export function createAnswerLog({ logger, metrics, audit, failures }: AnswerSinks): AnswerLog {
  return ({ requestId, code, status, startedAtMs, failure, facts = {} }) => {
    const ms = Math.round(monotonicMs() - startedAtMs);
    metrics.answered(code, ms / 1000);
    const { reason, which, detail, cause } = failure ?? {};
    const isSignatureRefused = reason === 'refused' && facts.principal === undefined;
    if (isSignatureRefused) metrics.signatureRefused(code);
    const err = cause === undefined ? {} : { err: asError(cause) };
    const entry = { requestId, code, status, ms, ...facts, reason, which, detail, ...err };
    const { accessKeyId, action, instance, peer, principal } = facts;
    const time = new Date().toISOString();
    audit.write({ time, requestId, peer, accessKeyId, principal, action, instance, status, code, ms });
    const told = { time, requestId, code, status, ms, action, principal, instance, peer, reason, which, detail };
    if (failure !== undefined) failures.add({ ...told, cause: cause === undefined ? undefined : firstLine(cause) });
    const isFault = status >= 500 || (cause !== undefined && reason === undefined);
    if (isFault) logger.error(entry, 'answered');
    else if (isSignatureRefused) logger.warn(entry, 'signature refused');
    else logger.info(entry, 'answered');
  };
}

function firstLine(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  return text.split('\n')[0] ?? '';
}

function asError(cause: unknown): unknown {
  return cause instanceof Error ? cause : new Error(String(cause));
}
