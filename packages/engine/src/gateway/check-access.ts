import { instanceIdPattern, instanceNameForbidden, instanceNameMaxLength, serviceTypes } from '@semblance/spec/limits';
import { policyAction } from '@semblance/spec/protocol';
import type { Caller } from '../access/caller.ts';
import { describeDenial } from '../access/diagnostic-message.ts';
import { evaluatePolicies } from '../access/evaluate-policy.ts';
import type { FlowControl } from '../access/flow-control.ts';
import type { Instance, Registry } from '../access/registry.ts';
import { monotonicMs } from '../clock.ts';
import { fail, type Failure } from '../failure.ts';
import type { Result } from '../result.ts';
import type { RpcRequest } from './rpc-request.ts';

/** What access is checked with. */
export interface AccessOptions {
  readonly registry: Registry;
  readonly flowControl: FlowControl;
  readonly nowMs: number;
  /** Why the engine takes no more work now, if so. */
  readonly refuseWork: () => Failure | undefined;
}

/** From the instance's name to flow control, in the contract's order; the first that fails decides. */
export function checkAccess(request: RpcRequest, caller: Caller, options: AccessOptions): Result<Instance, Failure> {
  const name = readInstanceName(request);
  if (!name.ok) return name;
  const instance = options.registry.instances.get(name.value);
  if (instance === undefined) {
    return fail('instance-unknown', { detail: `This engine has no instance of that name. Names are case-sensitive.` });
  }
  const failure =
    ownershipFault(instance, caller) ??
    policyFault(instance, caller, { ...options, requestId: request.wire.requestId }) ??
    stateFault(instance) ??
    flowFault(instance, options) ??
    options.refuseWork();
  return failure === undefined ? { ok: true, value: instance } : { ok: false, failure };
}

function readInstanceName({ parameters }: RpcRequest): Result<string, Failure> {
  if (!parameters.has('InstanceName')) return fail('instance-name-missing');
  const name = parameters.text('InstanceName');
  if (name === '') return fail('instance-name-empty');
  if (name === undefined) return fail('instance-name-invalid', { detail: 'InstanceName is not UTF-8.' });
  const characters = [...name].length;
  if (instanceIdPattern.test(name))
    return fail('instance-name-invalid', { detail: 'This is the ID of an instance; send its name.' });
  if (characters > instanceNameMaxLength) {
    return fail('instance-name-invalid', {
      detail: `InstanceName has ${characters} characters; at most ${instanceNameMaxLength} are allowed.`,
    });
  }
  if (instanceNameForbidden.test(name))
    return fail('instance-name-invalid', { detail: 'InstanceName holds a space or a control character.' });
  return { ok: true, value: name };
}

function ownershipFault(instance: Instance, caller: Caller): Failure | undefined {
  if (instance.owner === caller.account) return undefined;
  return { reason: 'instance-not-owned', detail: 'The instance belongs to another account.' };
}

function policyFault(
  instance: Instance,
  caller: Caller,
  { registry, nowMs, requestId }: AccessOptions & { readonly requestId: string },
): Failure | undefined {
  const resource = { region: registry.region, owner: instance.owner, instance: instance.name };
  const question = { caller, action: policyAction, resource };
  const verdict = evaluatePolicies(registry.policies, question);
  if (verdict.kind === 'Allow') return undefined;
  const denial = { question, denial: verdict, requestId, nowMs, secret: registry.diagnosticSecret };
  const detail = verdict.kind === 'ExplicitDeny' ? 'A policy denies it.' : 'No policy allows it.';
  return { reason: 'policy-denies', detail, accessDenied: describeDenial(denial) };
}

function stateFault({ state, serviceType }: Instance): Failure | undefined {
  if (state !== 'running') {
    const passing = state === 'draining' ? { retryAfterMs: 5000 } : {};
    return { reason: 'instance-unavailable', detail: `The instance is ${state}.`, ...passing };
  }
  if (serviceTypes[serviceType].comparable) return undefined;
  return {
    reason: 'instance-type-unsupported',
    detail: `No comparison is configured for instances of the service type ${serviceType}.`,
  };
}

function flowFault({ name, queriesPerSecond, burst }: Instance, options: AccessOptions): Failure | undefined {
  const verdict = options.flowControl.take(name, { queriesPerSecond, burst }, monotonicMs());
  if (verdict.ok) return undefined;
  return {
    reason: 'flow-limited',
    retryAfterMs: verdict.retryAfterMs,
    detail: `The instance serves ${queriesPerSecond} calls a second.`,
  };
}
