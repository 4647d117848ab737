import { instanceIdPattern, instanceNameForbidden, instanceNameMaxLength, serviceTypes } from '@semblance/spec/limits';
import type { Call } from '../call/call.ts';
import { codeScenarios } from '../answer/scenarios/code-scenarios.ts';
import { accessDenied } from '../answer/access-denied.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import type { Instance, InstanceRegistry } from '../session/instance-registry.ts';

/** The instance of a call, or why the call may not use it. */
export type InstanceCheck =
  | { readonly ok: true; readonly instance: Instance }
  | { readonly ok: false; readonly failure: FailureOutcome };

/** Input of the checks besides the call. */
export interface InstanceCheckOptions {
  readonly instances: InstanceRegistry;
  readonly nowMs: number;
}

/** Checks name, existence, ownership, policy, state, type and flow control, in the contract's order. */
export function checkInstance(call: Call, { instances, nowMs }: InstanceCheckOptions): InstanceCheck {
  const name = call.instanceName;
  const nameFault = checkName(call);
  if (nameFault !== undefined || name === undefined)
    return { ok: false, failure: nameFault ?? fail('InvalidInstance', 'The name is not UTF-8.') };
  const instance = instances.find(name);
  if (instance === undefined)
    return { ok: false, failure: fail('Console.InstanceNotFound', 'No instance of this name was configured.') };
  const failure = checkAccess(call, instance) ?? checkState(instance, nowMs) ?? checkRate(instance, nowMs);
  return failure === undefined ? { ok: true, instance } : { ok: false, failure };
}

/** Checks the name itself, whether or not there is such an instance. */
export function checkName(call: Call): FailureOutcome | undefined {
  const { parameters, instanceName: name } = call;
  if (!parameters.has('InstanceName')) return fail('MissingInstanceName');
  if (name === '') return fail('EmptyMeta', 'InstanceName was sent without a value.');
  return name !== undefined && isWellFormedName(name)
    ? undefined
    : fail('InvalidInstance', `A name has at most ${instanceNameMaxLength} characters, no spaces, and is not an ID.`);
}

function isWellFormedName(name: string): boolean {
  return (
    [...name].length <= instanceNameMaxLength && !instanceNameForbidden.test(name) && !instanceIdPattern.test(name)
  );
}

function checkAccess(call: Call, { settings }: Instance): FailureOutcome | undefined {
  const { owners, denied = false } = settings;
  if (owners !== undefined && !owners.includes(call.accessKeyId ?? ''))
    return fail('Console.NoPermissionError', 'The access key is not among the owners of this instance.');
  if (denied === false) return undefined;
  return accessDenied(call, denied === true ? {} : denied);
}

function checkState({ lifecycle, settings }: Instance, nowMs: number): FailureOutcome | undefined {
  const status = lifecycle.observe(nowMs);
  if (status !== 'running') {
    const { retryAfterMs } = codeScenarios.InstanceStatusError;
    const waitMs = status === 'loading' ? { retryAfterMs } : {};
    return { ...fail('InstanceStatusError', `The instance is ${status}.`), ...waitMs };
  }
  const { serviceType = 'generic' } = settings;
  return serviceTypes[serviceType].comparable
    ? undefined
    : fail('UnsupportedInstanceType', `Instances of type ${serviceType} cannot compare.`);
}

function checkRate({ bucket }: Instance, nowMs: number): FailureOutcome | undefined {
  const retryAfterMs = bucket?.take(nowMs) ?? 0;
  return retryAfterMs === 0 ? undefined : { ...fail('DeniedRequest', "The instance's rate is used up."), retryAfterMs };
}
