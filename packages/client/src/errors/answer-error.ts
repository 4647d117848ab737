import { errorKind, SemblanceError } from './semblance-error.ts';

/** Why an answer is none of the service's. */
export type AnswerErrorReason = 'empty' | 'too-long' | 'html' | 'not-well-formed' | 'not-an-envelope' | 'redirect';

const explanations: Readonly<Record<AnswerErrorReason, string>> = {
  empty: 'the body is empty',
  'too-long': 'the body is too long for an answer of this service',
  html: 'the body is an HTML page, probably of a proxy or load balancer in between',
  'not-well-formed': 'the body is neither JSON nor XML, or was cut off',
  'not-an-envelope': 'the body is not of the shape the service answers in; check the endpoint',
  redirect: 'the server redirects, and signed requests do not follow; check the endpoint',
};

/** Something answered, but not in the service's form: an HTML page, an empty or cut-off body, a redirect. */
export class AnswerError extends SemblanceError<'AnswerUnreadable'> {
  override readonly name = 'AnswerError';
  readonly reason: AnswerErrorReason;

  constructor(
    reason: AnswerErrorReason,
    facts: { action: string; httpStatus: number; requestId?: string | undefined; retryAfterMs?: number | undefined },
  ) {
    const message = `The answer to ${facts.action} (HTTP ${facts.httpStatus}) cannot be read: ${explanations[reason]}.`;
    super(
      'answer',
      { code: 'AnswerUnreadable', message },
      {
        httpStatus: facts.httpStatus,
        requestId: facts.requestId,
        retryAfterMs: facts.retryAfterMs,
        retry: retryOf(reason, facts.httpStatus),
      },
    );
    this.reason = reason;
  }
}

/** Whether `value` is an answer that could not be read, from any copy of this package. */
export function isAnswerError(value: unknown): value is AnswerError {
  return errorKind(value) === 'answer';
}

/** Gateways between answer 408, 429 and 5xx while something is down; a cut-off success is worth one more try. */
function retryOf(reason: AnswerErrorReason, status: number): 'never' | 'once' | 'backoff' {
  if (status >= 500 || status === 408 || status === 429) return 'backoff';
  return status === 200 && (reason === 'empty' || reason === 'not-well-formed') ? 'once' : 'never';
}
