import type { InstanceSettings, InstanceStatus } from './instance-settings.ts';
import { createLifecycle } from './lifecycle.ts';
import type { InstanceLifecycle } from './lifecycle.ts';
import { createTokenBucket } from './token-bucket.ts';
import type { TokenBucket } from './token-bucket.ts';

/** An instance with its state. */
export interface Instance {
  readonly name: string;
  readonly settings: InstanceSettings;
  readonly lifecycle: InstanceLifecycle;
  /** `undefined` without a limit. */
  readonly bucket: TokenBucket | undefined;
}

/** An instance for display. */
export interface InstanceView extends InstanceSettings {
  readonly name: string;
  readonly status: InstanceStatus;
}

/** The known instances. */
export interface InstanceRegistry {
  readonly find: (name: string) => Instance | undefined;
  /** Adds an instance or changes its settings; its rate limit and lifecycle start again. */
  readonly set: (name: string, settings: InstanceSettings) => void;
  readonly remove: (name: string) => void;
  readonly list: () => readonly InstanceView[];
}

/** Most instances created on demand, so that hostile names cannot fill the memory. */
const maxInstances = 10_000;

/**
 * @param initial  the known instances. Without a list any name is an instance with default settings.
 */
export function createInstanceRegistry(
  initial: Readonly<Record<string, InstanceSettings>> | undefined,
): InstanceRegistry {
  const instances = new Map<string, Instance>();
  const removed = new Set<string>();
  for (const [name, settings] of Object.entries(initial ?? {})) instances.set(name, createInstance(name, settings));
  return {
    find: (name) => {
      const known = instances.get(name);
      if (known !== undefined || initial !== undefined || removed.has(name)) return known;
      const made = createInstance(name, {});
      if (instances.size < maxInstances) instances.set(name, made);
      return made;
    },
    set: (name, settings) => {
      removed.delete(name);
      instances.set(name, createInstance(name, { ...instances.get(name)?.settings, ...settings }));
    },
    remove: (name) => {
      instances.delete(name);
      removed.add(name);
    },
    list: () => [...instances.values()].map(viewOf),
  };
}

/** An instance at the beginning of its life. */
export function createInstance(name: string, settings: InstanceSettings): Instance {
  const { queriesPerSecond, burst, lifecycle, status = 'running' } = settings;
  return {
    name,
    settings,
    lifecycle: createLifecycle(lifecycle ?? [{ status }]),
    bucket:
      queriesPerSecond === undefined
        ? undefined
        : createTokenBucket(queriesPerSecond, Math.max(1, burst ?? Math.ceil(queriesPerSecond))),
  };
}

function viewOf({ name, settings, lifecycle }: Instance): InstanceView {
  return { ...settings, name, status: lifecycle.current() };
}
