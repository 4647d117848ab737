import { accessDeniedDetailFields } from '@semblance/spec/operations';
import { policyAction } from '@semblance/spec/protocol';
import type { AccessDeniedDetail } from '@semblance/spec/types';
import { encodeBase64 } from '@semblance/wire/base64';
import type { Call } from '../call/call.ts';
import { fail } from './outcome.ts';
import type { FailureOutcome } from './outcome.ts';

/** The contract's own example of the detail. */
export const exampleDetail: AccessDeniedDetail = Object.fromEntries(
  accessDeniedDetailFields.map(({ name, example }) => [name, String(example ?? '')]),
);

/** `NoPermission` with every field of `AccessDeniedDetail`: the contract's example, with the fields about the call taken from the call. */
export function accessDenied(call: Call, overrides: AccessDeniedDetail = {}): FailureOutcome {
  const detail: AccessDeniedDetail = {
    ...exampleDetail,
    AuthAction: policyAction,
    AuthPrincipalDisplayName: call.accessKeyId ?? 'anonymous',
    ...overrides,
  };
  const diagnosis = JSON.stringify({ ...detail, EncodedDiagnosticMessage: undefined, RequestId: call.requestId });
  const EncodedDiagnosticMessage =
    overrides.EncodedDiagnosticMessage ?? encodeBase64(new TextEncoder().encode(diagnosis));
  return { ...fail('NoPermission'), accessDeniedDetail: { ...detail, EncodedDiagnosticMessage } };
}
