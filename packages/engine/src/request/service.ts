import type { NonceStore } from '@semblance/signing/verify';
import { actions, compareAction, isActionName } from '@semblance/spec/protocol';
import type { ActionName } from '@semblance/spec/protocol';
import type { AuthorizeFileUploadResult } from '@semblance/spec/types';
import { uploadProductFault } from '@semblance/wire/upload-form';
import { anonymousCaller } from './access/caller.ts';
import type { Caller } from './access/caller.ts';
import { simulatedFault } from './access/fault-profile.ts';
import type { FlowControl } from './access/flow-control.ts';
import { uploadLimit } from './access/instance-limit.ts';
import type { Instance, Registry } from './access/registry.ts';
import type { PicturePair } from '../compare/analyser.ts';
import type { Patience } from '../compare/patience.ts';
import { monotonicMs } from '../clock.ts';
import type { Failure } from '../compare/failure.ts';
import type { RetryDelay } from '../workers/retry-delay.ts';
import { authenticate } from './access/authenticate.ts';
import type { AuthenticatedCall } from './access/authenticate.ts';
import { checkAccess } from './access/check-access.ts';
import { claimedKey } from './access/claimed-key.ts';
import { flowFault } from './access/check-flow.ts';
import type { FlowOptions } from './access/check-flow.ts';
import { uploadDenied } from './access/check-policy.ts';
import type { ExplainMismatch } from './access/explain-mismatch.ts';
import { pictureAddresses, readPictures } from './read/read-pictures.ts';
import { readRpcRequest } from './read/rpc-request.ts';
import type { RpcRequest } from './read/rpc-request.ts';
import { headerOf } from './read/wire-request.ts';
import type { WireRequest } from './read/wire-request.ts';
import { authorizationAnswer, failureAnswer, simulatedAnswer, successAnswer } from './answer/answer.ts';
import type { Answer, AnswerContext } from './answer/answer.ts';
import type { Result } from '../result.ts';
import type { ScoredPair } from '../compare/score-pair.ts';
import type { UploadDesk } from './upload/upload-desk.ts';

/** What the service works with; a reload replaces the registry. */
export interface ServiceParts {
  readonly registry: () => Registry;
  readonly nonceStore: NonceStore;
  readonly onNonceStoreFault: (cause: unknown) => void;
  readonly flowControl: FlowControl;
  readonly retryDelay: RetryDelay;
  /** Comparisons a second that this machine can do. */
  readonly capacity: () => number;
  readonly uploads: UploadDesk;
  readonly requireTls: boolean;
  /** The account that unsigned requests act for; `undefined` when they are refused. */
  readonly anonymousAccount: string | undefined;
  readonly explainMismatch: ExplainMismatch;
  readonly refuseWork: (caller: Caller) => Failure | undefined;
  readonly compare: (pair: PicturePair, instance: Instance, patience: Patience) => Promise<Result<ScoredPair, Failure>>;
  readonly requestMs: () => number;
}

/** An answer with what the log says about it. */
export interface Answered {
  readonly answer: Answer;
  readonly failure: Failure | undefined;
  readonly call: {
    readonly action?: string;
    readonly principal?: string;
    readonly instance?: string;
    readonly accessKeyId?: string | undefined;
  };
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
    const accessKeyId = claimedKey(reading.request.value, registry.findKey);
    if (!call.ok) return refused(call.failure, { accessKeyId });
    const answered = await perform({ request: reading.request.value, call: call.value, registry, context }, parts);
    return { ...answered, call: { ...answered.call, accessKeyId } };
  };
}

function authenticateCall(
  request: RpcRequest,
  registry: Registry,
  { nonceStore, onNonceStoreFault, anonymousAccount, explainMismatch }: ServiceParts,
): Promise<Result<AuthenticatedCall, Failure>> {
  const anonymous = anonymousAccount === undefined ? undefined : anonymousCaller(anonymousAccount);
  return authenticate(request, {
    findKey: registry.findKey,
    nonceStore,
    onNonceStoreFault,
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
  if (!isActionName(action))
    return answerFailure(call, { reason: 'action-unsupported', detail: `This engine offers ${compareAction.action}.` });

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
  const { caller } = call.call;
  const patience: Patience = { deadlineAtMs: receivedAtMs + parts.requestMs(), signal, share: caller.share };
  const resolver = parts.uploads.resolver(caller.principalId, request.wire);
  const failed = (failure: Failure, instanceName?: string): Answered => {
    const answered = answerFailure(call, failure, instanceName);
    if (isFinal(failure, answered.answer.status)) resolver.release(pictureAddresses(request));
    return answered;
  };
  const { refuseWork, capacity } = parts;
  const options = { registry, ...flowOptions(parts), capacity: capacity(), refuseWork };
  const instance = checkAccess(request, caller, options);
  if (!instance.ok) return failed(instance.failure);
  const { name, serviceType } = instance.value;
  const facts = { action: call.call.action, principal: caller.principalId, instance: name };
  const fault = simulatedFault(registry.faults, name);
  if (fault !== undefined) return { answer: simulatedAnswer(fault, context), failure: undefined, call: facts };
  const pair = await readPictures(request, serviceType, resolver.resolve);
  if (!pair.ok) return failed(pair.failure, name);
  const comparison = await parts.compare(pair.value, instance.value, patience);
  if (!comparison.ok) return failed(comparison.failure, name);
  resolver.release(pictureAddresses(request));
  const { score, verdict, calibration, difference } = comparison.value;
  const explained = headerOf(request.wire, explainHeader) !== undefined;
  const details = explained ? { verdict: verdict.name, case: difference?.case, calibration } : undefined;
  return { answer: successAnswer(score, context, details), failure: undefined, call: facts };
}

/** Whether the same call cannot succeed later, so that its uploaded pictures have served. */
function isFinal({ reason, retryAfterMs }: Failure, status: number): boolean {
  return status < 500 && retryAfterMs === undefined && reason !== 'deadline-passed';
}

function flowOptions({ flowControl, retryDelay }: ServiceParts): FlowOptions {
  return { flowControl, retryDelay, nowMs: monotonicMs() };
}

/** Why an upload is not authorised whatever room there is: policies first, then flow control. */
function uploadFault({ call: { caller }, context, registry }: Call, parts: ServiceParts): Failure | undefined {
  const { account } = caller;
  const limit = uploadLimit(registry.instances.values(), account, parts.capacity());
  const bucket = { bucket: `uploads ${account}`, what: 'The account', limit };
  return (
    uploadDenied({ caller, requestId: context.requestId }, registry) ??
    (limit.queriesPerSecond === 0 ? undefined : flowFault(caller, bucket, flowOptions(parts)))
  );
}

async function authorizeUploadCall(call: Call, parts: ServiceParts): Promise<Answered> {
  const caller: Caller = call.call.caller;
  const productFault = uploadProductFault(call.request.parameters.text('Product'));
  if (productFault !== undefined) return answerFailure(call, { reason: 'parameter-invalid', detail: productFault });
  const fault = uploadFault(call, parts);
  if (fault !== undefined) return answerFailure(call, fault);
  const granted = parts.uploads.authorize(caller, call.request.wire, call.registry.objectQuota(caller.account));
  if (!granted.ok) return answerFailure(call, granted.failure);
  const grant: Omit<AuthorizeFileUploadResult, 'RequestId'> = granted.value;
  const facts = { action: call.call.action, principal: caller.principalId };
  return { answer: authorizationAnswer(grant, call.context), failure: undefined, call: facts };
}
