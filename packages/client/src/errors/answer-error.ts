import { errorKind, SemblanceError } from './semblance-error.ts';

/** Why an answer cannot be read. */
export type AnswerErrorReason =
  | 'empty'
  | 'too-long'
  | 'html'
  | 'not-well-formed'
  | 'not-an-envelope'
  | 'redirect'
  | 'cut-off';

const explanations: Readonly<Record<AnswerErrorReason, string>> = {
  empty: 'it is empty',
  'too-long': 'it is too long to be one of this service',
  html: 'it is an HTML page, probably of a proxy in between',
  'not-well-formed': 'it is neither JSON nor XML',
  'not-an-envelope': 'it is not of this service; check the endpoint',
  'cut-off': 'the connection ended before it did',
  redirect: 'it is a redirect, which signed requests do not follow; check the endpoint',
};

/** The answer is not in the service's form: an HTML page, an empty or cut-off body, a redirect. */
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

/** Whether `value` is an `AnswerError`, from any copy of this package. */
export function isAnswerError(value: unknown): value is AnswerError {
  return errorKind(value) === 'answer';
}

/** Intermediate gateways answer 408, 429 and 5xx while something is down; a cut-off success is worth one retry. */
function retryOf(reason: AnswerErrorReason, status: number): 'never' | 'once' | 'backoff' {
  if (reason === 'cut-off' || status >= 500 || status === 408 || status === 429) return 'backoff';
  return status === 200 && (reason === 'empty' || reason === 'not-well-formed') ? 'once' : 'never';
}
