import { compareOperation } from '@semblance/spec/protocol';
import type { CompareSimilarByImageResult, FailureEnvelope } from '@semblance/spec/types';
import { envelopeOf } from '@semblance/wire/parse-json';
import { AnswerError } from '../errors/answer-error.ts';
import type { AnswerFacts } from '../errors/api-error-of.ts';
import { readRecord } from './read-record.ts';
import { retryAfterMs } from './retry-after.ts';
import type { WireAnswer } from './transport.ts';

/** Facts of an answer that do not depend on its body. */
export function describeAnswer(action: string, { status, headers }: WireAnswer): AnswerFacts {
  return {
    action,
    httpStatus: status,
    requestId: headers.get('x-acs-request-id') ?? undefined,
    retryAfterMs: retryAfterMs(headers, Date.now()),
    detail: headers.get('x-semblance-detail'),
  };
}

/**
 * Reads the answer to a comparison, JSON or XML.
 * @throws ApiError for a failure in the service's form, whatever the status; AnswerError for anything else.
 */
export async function readComparison(answer: WireAnswer): Promise<CompareSimilarByImageResult> {
  const description = describeAnswer(compareOperation.action, answer);
  const envelope = envelopeOf(await readRecord(answer.text));
  switch (envelope.kind) {
    case 'success':
      if (answer.status === 200) return envelope.value;
      throw new AnswerError('not-an-envelope', description);
    case 'failure':
      throw await refusalOf(envelope.value, description);
    case 'unrecognised':
      throw new AnswerError(isRedirect(answer.status) ? 'redirect' : envelope.reason, description);
  }
}

/** The error for a failure; loads its code on first use. */
export async function refusalOf(envelope: FailureEnvelope<string>, facts: AnswerFacts): Promise<Error> {
  const { apiErrorOf } = await import('../errors/api-error-of.ts');
  return apiErrorOf(envelope, facts);
}

/** Whether a status is a redirect; browsers report those as status 0. */
export function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status < 400);
}
