import { clockWindowMinutes } from '@semblance/spec/limits';
import { createNonceStore, verify, type AccessKey, type NonceStore } from '@semblance/signing/verify';
import type { Call } from '../call/call.ts';
import { fail, type FailureOutcome } from '../reply/outcome.ts';

/** `off`: not looked at. `warn`: verified and noted in the journal. `strict`: refused as the cloud would. */
export type SignatureMode = 'off' | 'warn' | 'strict';

/** What the journal says about a signature. */
export type SignatureFinding =
  | { readonly checked: false }
  | { readonly checked: true; readonly ok: true }
  | { readonly checked: true; readonly ok: false; readonly code: string; readonly detail: string };

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

/** What a checker works with. */
export interface SignatureCheckerOptions {
  readonly mode: SignatureMode;
  /** Keys by AccessKeyId. */
  readonly accessKeys: Readonly<Record<string, AccessKey>>;
  readonly now: () => number;
}

/** The upload form carries no API signature and is let through: its own policy is checked instead. */
export function createSignatureChecker({ mode, accessKeys, now }: SignatureCheckerOptions): SignatureChecker {
  const nonceStore = createNonceStore();
  return {
    check: async (call) => {
      if (mode === 'off' || call.kind === 'post-object') return { finding: { checked: false }, refusal: undefined };
      const verification = await verifyCall(call, { accessKeys, now, nonceStore });
      if (verification.ok) return { finding: { checked: true, ok: true }, refusal: undefined };
      const { code, detail } = verification.failure;
      return {
        finding: { checked: true, ok: false, code, detail },
        refusal: mode === 'strict' ? fail(code, detail) : undefined,
      };
    },
  };
}

interface Verifying extends Omit<SignatureCheckerOptions, 'mode'> {
  readonly nonceStore: NonceStore;
}

function verifyCall({ request, url }: Call, { accessKeys, now, nonceStore }: Verifying): ReturnType<typeof verify> {
  return verify(
    { method: request.method, target: `${url.pathname}${url.search}`, headers: request.headers, body: request.body },
    {
      findKey: (accessKeyId) => (Object.hasOwn(accessKeys, accessKeyId) ? accessKeys[accessKeyId] : undefined),
      nowMs: now(),
      windowMs: clockWindowMinutes * 60_000,
      nonceStore,
    },
  );
}
