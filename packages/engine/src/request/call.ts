import type { AuthenticatedCall } from './access/authenticate.ts';
import type { Registry } from './access/registry.ts';
import { failureAnswer } from './answer/answer.ts';
import type { Answer, AnswerContext } from './answer/answer.ts';
import type { Failure } from '../compare/failure.ts';
import type { RpcRequest } from './read/rpc-request.ts';

/** A call: a request whose caller is known, and what it takes to answer it. */
export interface Call extends AuthenticatedCall {
  readonly request: RpcRequest;
  /** As the request names it, for the log. */
  readonly accessKeyId: string | undefined;
  readonly registry: Registry;
  readonly context: AnswerContext;
}

/** An answer with what the log says about it. */
export interface Answered {
  readonly answer: Answer;
  readonly failure: Failure | undefined;
  readonly facts: CallFacts;
}

/** Who called what, as far as it is known. */
export interface CallFacts {
  readonly action?: string;
  readonly principal?: string;
  readonly instance?: string;
  readonly accessKeyId?: string | undefined;
}

/** The facts of a call; `instance` once it is settled. */
export function factsOf({ action, caller, accessKeyId }: Call, instance?: string): CallFacts {
  return { action, principal: caller.principalId, accessKeyId, ...(instance === undefined ? {} : { instance }) };
}

/** Answers a call with the failure of one of its steps. */
export function failed(call: Call, failure: Failure, instance?: string): Answered {
  return { answer: failureAnswer(failure, call.context), failure, facts: factsOf(call, instance) };
}
