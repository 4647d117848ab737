import { instanceIdPattern, instanceNameForbidden, instanceNameMaxLength, serviceTypes } from '@semblance/spec/limits';
import type { Caller } from './caller.ts';
import { instanceLimit } from './instance-limit.ts';
import type { Instance, Registry } from './registry.ts';
import { fail } from '../../compare/failure.ts';
import type { Failure } from '../../compare/failure.ts';
import type { Result } from '../../result.ts';
import { flowFault } from './check-flow.ts';
import type { FlowOptions, SharedBucket } from './check-flow.ts';
import { comparisonDenied } from './check-policy.ts';
import type { RpcRequest } from '../read/rpc-request.ts';

/** Options of `checkAccess`. */
export interface AccessOptions extends FlowOptions {
  readonly registry: Registry;
  /** Comparisons per second that this machine can do. */
  readonly capacity: number;
  /** Whether a worker is idle. */
  readonly isIdle: boolean;
  /** Why the engine accepts no more work from this caller now; `undefined` if it does. */
  readonly refuseWork: (caller: Caller) => Failure | undefined;
}

/** Checks everything from the instance's name to flow control, in the contract's order; the first failure decides. */
export async function checkAccess(
  request: RpcRequest,
  caller: Caller,
  options: AccessOptions,
): Promise<Result<Instance, Failure>> {
  const name = readInstanceName(request);
  if (!name.ok) return name;
  const instance = options.registry.instances.get(name.value);
  if (instance === undefined)
    return fail('instance-unknown', { detail: `This engine has no instance of that name. Names are case-sensitive.` });

  const failure =
    ownershipFault(instance, caller) ??
    comparisonDenied(instance, { caller, requestId: request.http.requestId }, options.registry) ??
    stateFault(instance) ??
    (await flowFault(caller, bucketOf(instance, options), options)) ??
    options.refuseWork(caller);
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

/** The bucket of an instance. Without a configured rate it serves what the machine can do, and nothing is counted while a worker is idle. */
function bucketOf(
  instance: Instance,
  { capacity, isIdle }: Pick<AccessOptions, 'capacity' | 'isIdle'>,
): SharedBucket | undefined {
  const { name, queriesPerSecond } = instance;
  if (queriesPerSecond === undefined && isIdle) return undefined;
  const isOfMachine = queriesPerSecond === undefined;
  return { bucket: `instance ${name}`, what: 'The instance', limit: instanceLimit(instance, capacity), isOfMachine };
}
