import { policyAction } from '@semblance/spec/protocol';
import type { Caller } from './caller.ts';
import { describeDenial } from './diagnostic-message.ts';
import { evaluatePolicies } from './evaluate-policy.ts';
import type { PolicyQuestion, PolicyVerdict } from './evaluate-policy.ts';
import type { Instance, Registry } from './registry.ts';
import type { Failure } from '../../compare/failure.ts';

/** Facts of a call for a refusal. */
export interface PolicyCall {
  readonly caller: Caller;
  readonly requestId: string;
}

/** Why policies do not allow a comparison on an instance. */
export function comparisonDenied(instance: Instance, call: PolicyCall, registry: Registry): Failure | undefined {
  const question = questionOf(instance.name, instance.owner, { call, registry });
  return denialOf(question, evaluatePolicies(registry.policies, question), { call, registry });
}

/** Why policies do not allow an upload. Uploads serve comparisons, so they are allowed to callers who may compare on any instance of the account. */
export function uploadDenied(call: PolicyCall, registry: Registry): Failure | undefined {
  const { account } = call.caller;
  const owned = [...registry.instances.values()].filter(({ owner }) => owner === account);
  const verdicts = owned.map(({ name }) =>
    evaluatePolicies(registry.policies, questionOf(name, account, { call, registry })),
  );
  if (call.caller.type === 'Account' || verdicts.some(({ kind }) => kind === 'Allow')) return undefined;
  const verdict = verdicts.find(({ kind }) => kind === 'ExplicitDeny') ?? { kind: 'ImplicitDeny' };
  return denialOf(questionOf('*', account, { call, registry }), verdict, { call, registry });
}

interface Context {
  readonly call: PolicyCall;
  readonly registry: Registry;
}

function questionOf(instance: string, owner: string, { call, registry }: Context): PolicyQuestion {
  return { caller: call.caller, action: policyAction, resource: { region: registry.region, owner, instance } };
}

function denialOf(question: PolicyQuestion, verdict: PolicyVerdict, { call, registry }: Context): Failure | undefined {
  if (verdict.kind === 'Allow') return undefined;
  const { requestId } = call;
  const refusal = { question, denial: verdict, requestId, nowMs: Date.now(), secret: registry.diagnosticSecret };
  const detail = verdict.kind === 'ExplicitDeny' ? 'A policy denies it.' : 'No policy allows it.';
  return { reason: 'policy-denies', detail, accessDenied: describeDenial(refusal) };
}
