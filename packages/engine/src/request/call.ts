import type { AuthenticatedCall } from './access/authenticate.ts';
import type { Registry } from './access/registry.ts';
import { failureAnswer } from './answer/answer.ts';
import type { Answer, AnswerContext } from './answer/answer.ts';
import type { Failure } from '../compare/failure.ts';
import type { RpcRequest } from './read/rpc-request.ts';

/** A call: a request with its known caller, and what is needed to answer it. */
export interface Call extends AuthenticatedCall {
  readonly request: RpcRequest;
  /** AccessKeyId of the request, for the log. */
  readonly accessKeyId: string | undefined;
  readonly registry: Registry;
  readonly context: AnswerContext;
}

/** An answer with its facts for the log. */
export interface Answered {
  readonly answer: Answer;
  readonly failure: Failure | undefined;
  readonly facts: CallFacts;
}

/** Known facts of a call. */
export interface CallFacts {
  readonly action?: string;
  readonly principal?: string;
  readonly instance?: string;
  readonly accessKeyId?: string | undefined;
}

/** The facts of a call; `instance` once known. */
export function factsOf({ action, caller, accessKeyId }: Call, instance?: string): CallFacts {
  return { action, principal: caller.principalId, accessKeyId, ...(instance === undefined ? {} : { instance }) };
}

/** Answers a call with the failure of one of its steps. */
export function failed(call: Call, failure: Failure, instance?: string): Answered {
  return { answer: failureAnswer(failure, call.context), failure, facts: factsOf(call, instance) };
}
