import { serviceTypes } from '@semblance/spec/limits';
import { refuseUnknownNames } from '../answer/scenarios/refuse-unknown-names.ts';
import type { InstanceSettings, InstanceStatus } from './instance-settings.ts';

const settingNames: Readonly<Record<keyof InstanceSettings, true>> = {
  serviceType: true,
  status: true,
  lifecycle: true,
  queriesPerSecond: true,
  burst: true,
  maxUploads: true,
  owners: true,
  denied: true,
};

const statuses: Readonly<Record<InstanceStatus, true>> = {
  running: true,
  loading: true,
  suspended: true,
  expired: true,
  draining: true,
};

/**
 * Checks settings of an instance, which may be untyped JSON.
 * @param owner  their name in messages, e.g. `instances.demo`.
 * @throws TypeError that names the setting.
 */
export function checkInstanceSettings(settings: unknown, owner: string): asserts settings is InstanceSettings {
  refuseUnknownNames(settings as object, Object.keys(settingNames), { owner });
  const { serviceType, status, lifecycle, owners, ...numbers } = settings as Readonly<Record<string, unknown>>;
  if (serviceType !== undefined && !Object.hasOwn(serviceTypes, String(serviceType)))
    throw new TypeError(`serviceType is one of ${Object.keys(serviceTypes).join(', ')}.`);
  checkStatus(status);
  if (lifecycle !== undefined && !(Array.isArray(lifecycle) && lifecycle.length > 0))
    throw new TypeError('lifecycle is a list of stages, such as {"status": "loading", "calls": 2}.');
  for (const stage of (lifecycle ?? []) as readonly { readonly status?: unknown }[]) checkStatus(stage.status ?? null);
  if (owners !== undefined && !Array.isArray(owners)) throw new TypeError('owners is a list of AccessKeyIds.');
  for (const name of ['queriesPerSecond', 'burst', 'maxUploads'] as const) {
    const value = numbers[name];
    if (value !== undefined && !(typeof value === 'number' && value >= 0))
      throw new TypeError(`${name} is a number from 0 up.`);
  }
}

function checkStatus(status: unknown): void {
  if (status !== undefined && !Object.hasOwn(statuses, String(status)))
    throw new TypeError(`status is one of ${Object.keys(statuses).join(', ')}.`);
}
