import type { AuthorizeFileUploadResult } from '@semblance/spec/types';
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

/** What uploads are authorised with. */
export interface AuthorizeParts extends Omit<FlowOptions, 'nowMs'> {
  readonly uploads: UploadDesk;
  /** Comparisons a second that this machine can do. */
  readonly capacity: () => number;
}

/** AuthorizeFileUpload: the product, policies, flow control, then room for one more picture. */
export async function authorizeFileUpload(call: Call, parts: AuthorizeParts, nowMs: number): Promise<Answered> {
  const { caller, request, registry } = call;
  const productFault = uploadProductFault(request.parameters.text('Product'));
  if (productFault !== undefined) return failed(call, { reason: 'parameter-invalid', detail: productFault });
  const fault = accessFault(call, parts, nowMs);
  if (fault !== undefined) return failed(call, fault);
  const granted = parts.uploads.authorize(caller, request.http, registry.objectQuota(caller.account));
  if (!granted.ok) return failed(call, granted.failure);
  const grant: Omit<AuthorizeFileUploadResult, 'RequestId'> = granted.value;
  return { answer: authorizationAnswer(grant, call.context), failure: undefined, facts: factsOf(call) };
}

/** Why an upload is not authorised whatever room there is: policies first, then flow control. */
function accessFault(
  { caller, context, registry }: Call,
  { flowControl, retryDelay, capacity }: AuthorizeParts,
  nowMs: number,
): Failure | undefined {
  const { account } = caller;
  const limit = uploadLimit(registry.instances.values(), account, capacity());
  const bucket = { bucket: `uploads ${account}`, what: 'The account', limit };
  return (
    uploadDenied({ caller, requestId: context.requestId }, registry) ??
    (limit.queriesPerSecond === 0 ? undefined : flowFault(caller, bucket, { flowControl, retryDelay, nowMs }))
  );
}
