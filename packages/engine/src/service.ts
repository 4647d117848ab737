import type { NonceStore } from '@semblance/signing/verify';
import { actions, compareAction, isActionName, type ActionName } from '@semblance/spec/protocol';
import type { AuthorizeFileUploadResult } from '@semblance/spec/types';
import { uploadProductFault } from '@semblance/wire/upload-form';
import { anonymousCaller, type Caller } from './access/caller.ts';
import { simulatedFault } from './access/fault-profile.ts';
import type { FlowControl } from './access/flow-control.ts';
import type { Instance, Registry } from './access/registry.ts';
import type { PicturePair } from './analysis/analyser.ts';
import type { Patience } from './analysis/patience.ts';
import type { Failure } from './failure.ts';
import { authenticate, type AuthenticatedCall } from './gateway/authenticate.ts';
import { checkAccess } from './gateway/check-access.ts';
import type { ExplainMismatch } from './gateway/explain-mismatch.ts';
import { readPictures } from './gateway/read-pictures.ts';
import { readRpcRequest, type RpcRequest } from './gateway/rpc-request.ts';
import { headerOf, type WireRequest } from './gateway/wire-request.ts';
import {
  authorizationAnswer,
  failureAnswer,
  simulatedAnswer,
  successAnswer,
  type Answer,
  type AnswerContext,
} from './response/answer.ts';
import type { Result } from './result.ts';
import type { ScoredPair } from './score-pair.ts';
import type { UploadDesk } from './upload/upload-desk.ts';

/** What the service works with; a reload replaces the registry. */
export interface ServiceParts {
  readonly registry: () => Registry;
  readonly nonceStore: NonceStore;
  readonly flowControl: FlowControl;
  readonly uploads: UploadDesk;
  readonly requireTls: boolean;
  /** The account that unsigned requests act for; `undefined` when they are refused. */
  readonly anonymousAccount: string | undefined;
  readonly explainMismatch: ExplainMismatch;
  readonly refuseWork: () => Failure | undefined;
  readonly compare: (pair: PicturePair, instance: Instance, patience: Patience) => Promise<Result<ScoredPair, Failure>>;
  readonly requestMs: number;
}

/** An answer with what the log says about it. */
export interface Answered {
  readonly answer: Answer;
  readonly failure: Failure | undefined;
  readonly call: { readonly action?: string; readonly principal?: string; readonly instance?: string };
}

/** Answers complete requests: gateway → pictures → comparison → response. */
export type Service = (wire: WireRequest) => Promise<Answered>;

/** Everything between a complete request and its answer. Throws only for bugs. */
export function createService(parts: ServiceParts): Service {
  return async (wire) => {
    const registry = parts.registry();
    const reading = readRpcRequest(wire);
    const context: AnswerContext = {
      requestId: wire.requestId,
      hostId: reading.hostId,
      answerIn: reading.answerIn,
      dialect: reading.dialect,
      adviceOn: reading.adviceOn,
      documentationUrl: registry.documentationUrl,
    };
    const refused = (failure: Failure, call: Answered['call'] = {}): Answered => ({
      answer: failureAnswer(failure, context),
      failure,
      call,
    });
    if (!reading.request.ok) return refused(reading.request.failure);
    if (parts.requireTls && !wire.connection.secure) return refused({ reason: 'tls-required' });
    const call = await authenticateCall(reading.request.value, registry, parts);
    if (!call.ok) return refused(call.failure);
    return perform({ request: reading.request.value, call: call.value, registry, context }, parts);
  };
}

function authenticateCall(
  request: RpcRequest,
  registry: Registry,
  { nonceStore, anonymousAccount, explainMismatch }: ServiceParts,
): Promise<Result<AuthenticatedCall, Failure>> {
  const anonymous = anonymousAccount === undefined ? undefined : anonymousCaller(anonymousAccount);
  return authenticate(request, {
    findKey: registry.findKey,
    nonceStore,
    nowMs: Date.now(),
    anonymous,
    explainMismatch,
  });
}

/** A call whose caller is known. */
interface Call {
  readonly request: RpcRequest;
  readonly call: AuthenticatedCall;
  readonly registry: Registry;
  readonly context: AnswerContext;
}

/** What runs each action of the contract: one that has nothing here does not compile. */
const runs: Readonly<Record<ActionName, (call: Call, parts: ServiceParts) => Promise<Answered>>> = {
  CompareSimilarByImage: compareCall,
  AuthorizeFileUpload: authorizeUploadCall,
};

async function perform(call: Call, parts: ServiceParts): Promise<Answered> {
  const { action, version } = call.call;
  if (!isActionName(action)) {
    return answerFailure(call, { reason: 'action-unsupported', detail: `This engine offers ${compareAction.action}.` });
  }
  if (version !== actions[action].version) {
    return answerFailure(call, {
      reason: 'version-unknown',
      detail: `The version of ${action} is ${actions[action].version}.`,
    });
  }
  return runs[action](call, parts);
}

function answerFailure({ context, call }: Call, failure: Failure, instance?: string): Answered {
  const facts = {
    action: call.action,
    principal: call.caller.principalId,
    ...(instance === undefined ? {} : { instance }),
  };
  return { answer: failureAnswer(failure, context), failure, call: facts };
}

/** A caller that sends it is told, in a header of the same name, what the score means and which calibration gave it. */
const explainHeader = 'x-semblance-explain';

async function compareCall(call: Call, parts: ServiceParts): Promise<Answered> {
  const { request, registry, context } = call;
  const { receivedAtMs, signal } = request.wire;
  const patience: Patience = { deadlineAtMs: receivedAtMs + parts.requestMs, signal };
  const options = { registry, flowControl: parts.flowControl, nowMs: Date.now(), refuseWork: parts.refuseWork };
  const instance = checkAccess(request, call.call.caller, options);
  if (!instance.ok) return answerFailure(call, instance.failure);
  const { name, serviceType } = instance.value;
  const facts = { action: call.call.action, principal: call.call.caller.principalId, instance: name };
  const fault = simulatedFault(registry.faults, name);
  if (fault !== undefined) return { answer: simulatedAnswer(fault, context), failure: undefined, call: facts };
  const resolver = parts.uploads.resolver(call.call.caller.principalId, request.wire);
  const pair = await readPictures(request, serviceType, resolver.resolve);
  if (!pair.ok) return answerFailure(call, pair.failure, name);
  const comparison = await parts.compare(pair.value, instance.value, patience);
  if (!comparison.ok) return answerFailure(call, comparison.failure, name);
  resolver.consumed();
  const { score, verdict, calibration } = comparison.value;
  const explained = headerOf(request.wire, explainHeader) !== undefined;
  const details = explained ? { verdict: verdict.name, calibration } : undefined;
  return { answer: successAnswer(score, context, details), failure: undefined, call: facts };
}

async function authorizeUploadCall(call: Call, parts: ServiceParts): Promise<Answered> {
  const caller: Caller = call.call.caller;
  const productFault = uploadProductFault(call.request.parameters.text('Product'));
  if (productFault !== undefined) return answerFailure(call, { reason: 'parameter-invalid', detail: productFault });
  const granted = parts.uploads.authorize(caller, call.request.wire, call.registry.objectQuota(caller.account));
  if (!granted.ok) return answerFailure(call, granted.failure);
  const grant: Omit<AuthorizeFileUploadResult, 'RequestId'> = granted.value;
  const facts = { action: call.call.action, principal: caller.principalId };
  return { answer: authorizationAnswer(grant, call.context), failure: undefined, call: facts };
}
