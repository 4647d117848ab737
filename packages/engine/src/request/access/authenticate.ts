import { verify } from '@semblance/signing/verify';
import type { NonceStore, ReceivedRequest, VerificationFailure } from '@semblance/signing/verify';
import type { Caller } from './caller.ts';
import type { FindKey, KnownKey } from './find-key.ts';
import { claimsSignature } from '@semblance/wire';
import { fail, refuse } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { Result } from '../../result.ts';
import type { ExplainMismatch, MismatchExplanation } from './explain-mismatch.ts';
import type { RpcRequest } from '../read/rpc-request.ts';
import { headerOf } from '../read/http-request.ts';

/** The caller and action of a request. */
export interface AuthenticatedCall {
  readonly caller: Caller;
  readonly action: string;
  readonly version: string;
}

/** Options of `authenticate`. */
export interface AuthenticateOptions {
  readonly findKey: FindKey;
  readonly nonceStore: NonceStore;
  /** Called with the cause when a nonce cannot be remembered. */
  readonly onNonceStoreFault: (cause: unknown) => void;
  readonly nowMs: number;
  /** The caller of unsigned requests; without it they are refused. */
  readonly anonymous: Caller | undefined;
  /** Explains a signature that does not match. */
  readonly explainMismatch: ExplainMismatch;
}

/** Verifies a request in either dialect; an unsigned one passes only if that is enabled. */
export async function authenticate(
  request: RpcRequest,
  options: AuthenticateOptions,
): Promise<Result<AuthenticatedCall, Failure>> {
  if (options.anonymous !== undefined && !isSigned(request)) return unsignedCall(request, options.anonymous);
  const { method, target, headers, body } = request.http;
  const received: ReceivedRequest = { method, target, headers, body };
  let known: KnownKey | undefined;
  const verification = await verify(received, {
    nowMs: options.nowMs,
    nonceStore: options.nonceStore,
    onNonceStoreFault: options.onNonceStoreFault,
    findKey: (accessKeyId, token) => {
      known = options.findKey(accessKeyId, token);
      return known?.key;
    },
  });
  if (!verification.ok) return refusal(verification.failure, known, () => options.explainMismatch(received, known));
  if (known === undefined) throw new Error('a request was verified without a key');
  const { action, version } = verification.value;
  return { ok: true, value: { caller: known.caller, action, version } };
}

/** Whether a request has any part of a signature, so that a damaged one does not pass as unsigned. */
function isSigned({ http, parameters }: RpcRequest): boolean {
  return headerOf(http, 'authorization') !== undefined || claimsSignature(parameters);
}

function unsignedCall({ http, parameters }: RpcRequest, caller: Caller): Result<AuthenticatedCall, Failure> {
  const action = parameters.text('Action') ?? headerOf(http, 'x-acs-action') ?? '';
  const version = parameters.text('Version') ?? headerOf(http, 'x-acs-version') ?? '';
  if (action === '') return fail('action-missing');
  if (version === '') return fail('version-missing');
  return { ok: true, value: { caller, action, version } };
}

async function refusal(
  { code, detail }: VerificationFailure,
  known: KnownKey | undefined,
  explain: () => Promise<MismatchExplanation>,
): Promise<Result<never, Failure>> {
  if (code === 'InvalidSecurityToken.MismatchWithAccessKey' && known?.tokenMalformed === true) {
    return refuse('InvalidSecurityToken.Malformed', {
      detail: 'The security token was not issued for this engine, or was altered.',
    });
  }
  return refuse(code, code === 'SignatureDoesNotMatch' ? await explain() : { detail });
}
