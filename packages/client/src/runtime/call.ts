import { AnswerError } from '../errors/answer-error.ts';
import { TimeOutError } from '../errors/time-out-error.ts';
import type { OperationRequest } from './operation-request.ts';
import { describeAnswer } from './read-answer.ts';
import { retrying } from './retrying.ts';
import type { Retried } from './retrying.ts';
import type { Settings } from './settings.ts';
import { openScope } from '../timed-scope.ts';
import { transmit } from './transport.ts';
import type { WireAnswer, WireRequest } from './transport.ts';

/** One call of the client: its signal covers every request, wait and picture of it. */
export interface Call {
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** End of the call's time, by `performance.now`. */
  readonly endsAtMs: number;
}

/** Reads an answer into a value. @throws errors of this package. */
export type AnswerReader<Value> = (answer: WireAnswer) => Value | Promise<Value>;

/** Calls an operation: signs, sends and reads, with the retries that the contract allows. */
export function callOperation<Value>(
  call: Call,
  request: OperationRequest,
  read: AnswerReader<Value>,
): Promise<Retried<Value>> {
  const { settings, signal } = call;
  const sign = (attemptSignal: AbortSignal): Promise<WireRequest> => settings.signer.sign(request, attemptSignal);
  let dateHeader: string | null = null;
  const readDated: AnswerReader<Value> = (answer) => {
    dateHeader = answer.headers.get('date');
    return read(answer);
  };
  const { action, method, endpoint } = request;
  return retrying(
    {
      describe: (attempt) => ({ action, attempt, method, host: endpoint.host }),
      attempt: (headers) =>
        attemptOnce({ call, action, sign, headers: { ...given(settings.headers), ...headers }, read: readDated }),
      mend: (error) => settings.signer.mend(error, dateHeader),
      pace: settings.pace,
      signal,
      remainingMs: () => call.endsAtMs - performance.now(),
    },
    settings,
  );
}

function given(headers: Settings['headers']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** One attempt of a request. */
export interface Attempt<Value> {
  readonly call: Call;
  readonly action: string;
  readonly sign: (signal: AbortSignal) => Promise<WireRequest>;
  readonly headers: Readonly<Record<string, string>>;
  readonly read: AnswerReader<Value>;
}

/** Sends a request once. @throws errors of this package, or the reason the call was aborted with. */
export async function attemptOnce<Value>(
  attempt: Attempt<Value>,
): Promise<{ value: Value; httpStatus: number; requestId?: string }> {
  const { call, action, sign, read } = attempt;
  const { attemptTimeoutMs, transport } = call.settings;
  const scope = openScope({
    parent: call.signal,
    timeoutMs: attemptTimeoutMs,
    timeOut: () => new TimeOutError('attempt', attemptTimeoutMs),
  });
  try {
    const request = await sign(scope.signal);
    const headers = { ...request.headers, ...attempt.headers };
    const answer = await transmit({ ...request, headers }, { action, transport, signal: scope.signal });
    if (answer.isCutOff) throw new AnswerError('cut-off', describeAnswer(action, answer));
    const requestId = answer.headers.get('x-acs-request-id');
    return { value: await read(answer), httpStatus: answer.status, ...(requestId === null ? {} : { requestId }) };
  } finally {
    scope.close();
  }
}
