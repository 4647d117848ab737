import { clockWindowMinutes } from '@semblance/spec/limits';
import { createNonceStore, verify } from '@semblance/signing/verify';
import type { AccessKey, NonceStore, ReceivedRequest, VerifyOptions } from '@semblance/signing/verify';
import type { SignatureFinding } from '../answer/decided-call.ts';
import type { Call } from '../call/call.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome } from '../answer/outcome.ts';

/** `off`: not verified. `warn`: verified, findings go to the journal. `strict`: refused like in the cloud. */
export type SignatureMode = 'off' | 'warn' | 'strict';

/** Result of checking. */
export interface SignatureCheck {
  readonly finding: SignatureFinding;
  /** Only in strict mode. */
  readonly refusal: FailureOutcome | undefined;
}

/** Verifies signatures and remembers nonces. */
export interface SignatureChecker {
  readonly check: (call: Call) => Promise<SignatureCheck>;
}

/** Options of a checker. */
export interface SignatureCheckerOptions {
  readonly mode: SignatureMode;
  /** Keys by AccessKeyId. */
  readonly accessKeys: Readonly<Record<string, AccessKey>>;
  readonly now: () => number;
}

/** Makes a checker. Upload forms have no API signature and pass; their own policy is checked instead. */
export function createSignatureChecker({ mode, accessKeys, now }: SignatureCheckerOptions): SignatureChecker {
  const nonceStore = createNonceStore();
  return {
    check: async (call) => {
      if (mode === 'off' || call.kind === 'post-object') return { finding: { checked: false }, refusal: undefined };
      const verification = await verifyCall(call, { accessKeys, now, nonceStore });
      if (verification.ok) return { finding: { checked: true, ok: true }, refusal: undefined };
      const { code } = verification.failure;
      const explained =
        code === 'SignatureDoesNotMatch'
          ? await explain(call, { accessKeys, now })
          : { detail: verification.failure.detail };
      return {
        finding: { checked: true, ok: false, code, detail: explained.detail },
        refusal: mode === 'strict' ? { ...fail(code), ...explained } : undefined,
      };
    },
  };
}

/** Explains a mismatch in a sentence without secrets, and makes the continuation of the message. */
async function explain(
  call: Call,
  { accessKeys, now }: Omit<Verifying, 'nonceStore'>,
): Promise<{ readonly detail: string; readonly continuation: string }> {
  // Loaded on first use, as most mocks never need it.
  const { answerBudgetBytes, diagnose, mismatchContinuation, summarize } = await import('@semblance/signing/doctor');
  const { request, options } = verification(call, { accessKeys, now });
  const diagnosis = await diagnose({ request, options, budgetBytes: answerBudgetBytes });
  const detail = summarize(diagnosis, 'en');
  const { cause } = diagnosis;
  return { detail, continuation: mismatchContinuation(request, call.dialect, { explanation: detail, cause }) };
}

interface Verifying extends Omit<SignatureCheckerOptions, 'mode'> {
  readonly nonceStore: NonceStore;
}

function verifyCall(call: Call, { nonceStore, ...rest }: Verifying): ReturnType<typeof verify> {
  const { request, options } = verification(call, rest);
  return verify(request, { ...options, nonceStore });
}

function verification(
  { request, url }: Call,
  { accessKeys, now }: Omit<Verifying, 'nonceStore'>,
): { readonly request: ReceivedRequest; readonly options: Omit<VerifyOptions, 'nonceStore'> } {
  const { method, headers, body } = request;
  return {
    request: { method, target: `${url.pathname}${url.search}`, headers, body },
    options: {
      findKey: (accessKeyId) => (Object.hasOwn(accessKeys, accessKeyId) ? accessKeys[accessKeyId] : undefined),
      nowMs: now(),
      windowMs: clockWindowMinutes * 60_000,
    },
  };
}
