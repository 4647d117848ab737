import type { FlowLimit } from './flow-control.ts';
import type { Instance } from './registry.ts';

/** Seconds' worth of calls that an instance serves at once, where no burst is configured. */
const burstSeconds = 2;

/** Pictures of a comparison: as many uploads belong to it. */
const picturesPerCall = 2;

/**
 * How much an instance serves.
 * @param capacity  comparisons a second this machine can do; the rate of an instance that has none configured.
 */
export function instanceLimit({ queriesPerSecond, burst }: Instance, capacity: number): FlowLimit {
  const rate = queriesPerSecond ?? capacity;
  return { queriesPerSecond: rate, burst: burst ?? Math.max(1, Math.ceil(burstSeconds * rate)) };
}

/** How many uploads are authorised for an account: two for every comparison of its instances. */
export function uploadLimit(instances: Iterable<Instance>, account: string, capacity: number): FlowLimit {
  const owned = [...instances].filter(({ owner }) => owner === account);
  const limits = owned.map((instance) => instanceLimit(instance, capacity));
  const sum = (part: (limit: FlowLimit) => number): number =>
    picturesPerCall * limits.reduce((total, limit) => total + part(limit), 0);
  return {
    queriesPerSecond: sum(({ queriesPerSecond }) => queriesPerSecond),
    burst: Math.max(
      1,
      sum(({ burst }) => burst),
    ),
  };
}
