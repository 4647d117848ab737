import { uploadProductFault } from '@semblance/wire/upload-form';
import { flowFault } from './access/check-flow.ts';
import type { FlowOptions } from './access/check-flow.ts';
import { uploadDenied } from './access/check-policy.ts';
import { uploadLimit } from './access/instance-limit.ts';
import { authorizationAnswer } from './answer/answer.ts';
import { factsOf, failed } from './call.ts';
import type { Answered, Call } from './call.ts';
import type { Failure } from '../compare/failure.ts';
import type { UploadDesk } from './upload/upload-desk.ts';

/** Parts for authorising uploads. */
export interface AuthorizeParts extends Omit<FlowOptions, 'nowMs'> {
  readonly uploads: UploadDesk;
  /** Comparisons per second that this machine can do. */
  readonly capacity: () => number;
}

/** Answers AuthorizeFileUpload: checks product, policies and flow control, then reserves an upload. */
export async function authorizeFileUpload(call: Call, parts: AuthorizeParts, nowMs: number): Promise<Answered> {
  const { caller, request, registry } = call;
  const productFault = uploadProductFault(request.parameters.text('Product'));
  if (productFault !== undefined) return failed(call, { reason: 'parameter-invalid', detail: productFault });
  const fault = await accessFault(call, parts, nowMs);
  if (fault !== undefined) return failed(call, fault);
  const granted = await parts.uploads.authorize(caller, request.http, registry.objectQuota(caller.account));
  if (!granted.ok) return failed(call, granted.failure);
  return { answer: authorizationAnswer(granted.value, call.context), failure: undefined, facts: factsOf(call) };
}

/** Checks policies, then flow control. */
async function accessFault(
  { caller, context, registry }: Call,
  { flowControl, retryDelay, capacity }: AuthorizeParts,
  nowMs: number,
): Promise<Failure | undefined> {
  const { account } = caller;
  const instances = [...registry.instances.values()].filter(({ owner }) => owner === account);
  const limit = uploadLimit(instances, account, capacity());
  const isOfMachine = instances.some(({ queriesPerSecond }) => queriesPerSecond === undefined);
  const bucket = { bucket: `uploads ${account}`, what: 'The account', limit, isOfMachine };
  const denied = uploadDenied({ caller, requestId: context.requestId }, registry);
  if (denied !== undefined || limit.queriesPerSecond === 0) return denied;
  return flowFault(caller, bucket, { flowControl, retryDelay, nowMs });
}
