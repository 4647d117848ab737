import type { NonceStore } from '@semblance/signing/verify';
import { actions, compareAction, isActionName } from '@semblance/spec/protocol';
import type { ActionName } from '@semblance/spec/protocol';
import { authenticate } from './access/authenticate.ts';
import { anonymousCaller } from './access/caller.ts';
import type { Caller } from './access/caller.ts';
import { checkAccess } from './access/check-access.ts';
import { claimedKey } from './access/claimed-key.ts';
import type { ExplainMismatch } from './access/explain-mismatch.ts';
import { simulatedFault } from './access/fault-profile.ts';
import type { Instance, Registry } from './access/registry.ts';
import { failureAnswer, simulatedAnswer, successAnswer } from './answer/answer.ts';
import type { Answer } from './answer/answer.ts';
import { authorizeFileUpload } from './authorize-file-upload.ts';
import type { AuthorizeParts } from './authorize-file-upload.ts';
import { factsOf, failed } from './call.ts';
import type { Answered, Call } from './call.ts';
import { monotonicMs } from '../clock.ts';
import type { PicturePair } from '../compare/analyser.ts';
import type { ComparisonAnswer } from '../compare/comparison-task.ts';
import { fail } from '../compare/failure.ts';
import type { Failure } from '../compare/failure.ts';
import type { Patience } from '../compare/patience.ts';
import { headerOf } from './read/http-request.ts';
import type { HttpRequest } from './read/http-request.ts';
import { pictureAddresses, readPictures } from './read/read-pictures.ts';
import { readRpcRequest } from './read/rpc-request.ts';
import type { Result } from '../result.ts';

/** Parts of the service; a reload replaces the registry. */
export interface ServiceParts extends AuthorizeParts {
  readonly registry: () => Registry;
  readonly nonceStore: NonceStore;
  readonly onNonceStoreFault: (cause: unknown) => void;
  readonly requireTls: boolean;
  /** Account of unsigned requests; `undefined` when they are refused. */
  readonly anonymousAccount: string | undefined;
  readonly explainMismatch: ExplainMismatch;
  readonly refuseWork: (caller: Caller) => Failure | undefined;
  /** Whether a worker is idle. */
  readonly isIdle: () => boolean;
  /** Compares pictures with the steps of `compare-pictures.ts`: analyse, equal pixels, score, difference. */
  readonly compare: (
    pair: PicturePair,
    instance: Instance,
    patience: Patience,
  ) => Promise<Result<ComparisonAnswer, Failure>>;
  /** Called with the duration of each comparison. */
  readonly onCompared: (tookMs: number) => void;
  readonly requestMs: () => number;
}

/** Answers complete requests. Throws only for bugs. */
export type Service = (http: HttpRequest) => Promise<Answered>;

/**
 * Makes the service. A request is read, authenticated and dispatched by its action; a comparison is then authorised, validated, compared
 * and answered. The first failing step determines the answer.
 */
export function createService(parts: ServiceParts): Service {
  return async (http) => {
    const registry = parts.registry();
    const { request, ...reading } = readRpcRequest(http);
    const context = { ...reading, requestId: http.requestId, documentationUrl: registry.documentationUrl };
    const refused = (failure: Failure, accessKeyId?: string): Answered => ({
      answer: failureAnswer(failure, context),
      failure,
      facts: { accessKeyId },
    });
    if (!request.ok) return refused(request.failure);
    if (parts.requireTls && !http.connection.secure) return refused({ reason: 'tls-required' });
    const accessKeyId = claimedKey(request.value, registry.findKey);
    const authenticated = await authenticate(request.value, verification(parts, registry));
    if (!authenticated.ok) return refused(authenticated.failure, accessKeyId);
    const call: Call = { ...authenticated.value, request: request.value, accessKeyId, registry, context };
    const action = actionOf(call);
    return action.ok ? runs[action.value](call, parts) : failed(call, action.failure);
  };
}

/** Handlers of all actions of the contract; a missing one does not compile. */
const runs: Readonly<Record<ActionName, (call: Call, parts: ServiceParts) => Promise<Answered>>> = {
  CompareSimilarByImage: compareSimilarByImage,
  AuthorizeFileUpload: (call, parts) => authorizeFileUpload(call, parts, monotonicMs()),
};

/** A comparison, from a known caller to its score. */
async function compareSimilarByImage(call: Call, parts: ServiceParts): Promise<Answered> {
  const uploads = parts.uploads.resolver(call.caller.principalId, call.request.http);
  const release = (): void => uploads.release(pictureAddresses(call.request));
  const ended = (failure: Failure, instance?: string): Answered => {
    const answered = failed(call, failure, instance);
    if (isFinal(failure, answered.answer.status)) release();
    return answered;
  };
  const instance = await authorise(call, parts);
  if (!instance.ok) return ended(instance.failure);
  const { name, serviceType } = instance.value;
  const simulated = simulatedFault(call.registry.faults, name);
  if (simulated !== undefined) return succeeded(call, name, simulatedAnswer(simulated, call.context));
  const pictures = await readPictures(call.request, serviceType, uploads.resolve);
  if (!pictures.ok) return ended(pictures.failure, name);
  const startedAtMs = monotonicMs();
  const compared = await parts.compare(pictures.value, instance.value, patienceOf(call, parts));
  if (!compared.ok) return ended(compared.failure, name);
  parts.onCompared(monotonicMs() - startedAtMs);
  release();
  return succeeded(call, name, scoreAnswer(call, compared.value));
}

function verification(parts: ServiceParts, { findKey }: Registry): Parameters<typeof authenticate>[1] {
  const { nonceStore, onNonceStoreFault, anonymousAccount, explainMismatch } = parts;
  const anonymous = anonymousAccount === undefined ? undefined : anonymousCaller(anonymousAccount);
  return { findKey, nonceStore, onNonceStoreFault, nowMs: Date.now(), anonymous, explainMismatch };
}

function actionOf({ action, version }: Call): Result<ActionName, Failure> {
  if (!isActionName(action))
    return fail('action-unsupported', { detail: `This engine offers ${compareAction.action}.` });

  const offered = actions[action].version;
  return version === offered
    ? { ok: true, value: action }
    : fail('version-unknown', { detail: `The version of ${action} is ${offered}.` });
}

function authorise({ request, caller, registry }: Call, parts: ServiceParts): Promise<Result<Instance, Failure>> {
  const { flowControl, retryDelay, refuseWork } = parts;
  const nowMs = monotonicMs();
  return checkAccess(request, caller, {
    registry,
    flowControl,
    retryDelay,
    nowMs,
    capacity: parts.capacity(),
    isIdle: parts.isIdle(),
    refuseWork,
  });
}

function patienceOf({ request: { http }, caller }: Call, { requestMs }: ServiceParts): Patience {
  return { deadlineAtMs: http.receivedAtMs + requestMs(), signal: http.signal, share: caller.share };
}

/** Whether the same call cannot succeed later, so that its uploaded pictures can be deleted. */
function isFinal({ reason, retryAfterMs }: Failure, status: number): boolean {
  return status < 500 && retryAfterMs === undefined && reason !== 'deadline-passed';
}

function succeeded(call: Call, instance: string, answer: Answer): Answered {
  return { answer, failure: undefined, facts: factsOf(call, instance) };
}

/** Header of a request for details: verdict and calibration of the score, in a header of the same name. */
const explainHeader = 'x-semblance-explain';

function scoreAnswer({ request, context }: Call, { score, verdict, ...found }: ComparisonAnswer): Answer {
  const isExplained = headerOf(request.http, explainHeader) !== undefined;
  const details = isExplained ? { verdict: verdict.name, ...found } : undefined;
  return successAnswer(score, context, details);
}
