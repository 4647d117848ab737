import type { AccessDeniedDetail } from '@semblance/spec/types';
import { resourceName } from './evaluate-policy.ts';
import type { PolicyQuestion, PolicyVerdict } from './evaluate-policy.ts';
import { openSealedText, sealText } from './sealed-text.ts';

/** Content of an encoded diagnosis. */
export interface DenialDiagnosis {
  readonly requestId: string;
  readonly at: string;
  readonly action: string;
  readonly resource: string;
  readonly principal: string;
  readonly principalType: string;
  readonly verdict: Exclude<PolicyVerdict['kind'], 'Allow'>;
  readonly policy: string | null;
}

type Denial = Exclude<PolicyVerdict, { readonly kind: 'Allow' }>;

/** Input of `describeDenial`. */
export interface DenialFacts {
  readonly question: PolicyQuestion;
  readonly denial: Denial;
  readonly requestId: string;
  readonly nowMs: number;
  readonly secret: string;
}

/** All seven fields of `AccessDeniedDetail`; the full diagnosis is sealed, so that callers cannot read policy names. */
export function describeDenial({ question, denial, requestId, nowMs, secret }: DenialFacts): AccessDeniedDetail {
  const { caller, action, resource } = question;
  const diagnosis: DenialDiagnosis = {
    requestId,
    at: new Date(nowMs).toISOString(),
    action,
    resource: resourceName(resource),
    principal: caller.principalId,
    principalType: caller.type,
    verdict: denial.kind,
    policy: denial.kind === 'ExplicitDeny' ? denial.policy : null,
  };
  return {
    AuthAction: action,
    AuthPrincipalDisplayName: caller.displayName,
    AuthPrincipalOwnerId: caller.account,
    AuthPrincipalType: caller.type,
    EncodedDiagnosticMessage: sealText(JSON.stringify(diagnosis), secret, 'diagnostic-message'),
    NoPermissionType: denial.kind,
    PolicyType: 'AccountLevelIdentityBasedPolicy',
  };
}

/** Opens an encoded diagnosis; `undefined` when this secret did not seal it. */
export function openDiagnosis(message: string, secret: string): DenialDiagnosis | undefined {
  const text = openSealedText(message.trim(), secret, 'diagnostic-message');
  return text === undefined ? undefined : (JSON.parse(text) as DenialDiagnosis);
}
