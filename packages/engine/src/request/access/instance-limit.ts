import type { FlowLimit } from './flow-control.ts';
import type { Instance } from './registry.ts';

/** Default burst of an instance, in seconds of its rate. */
const burstSeconds = 2;

/** Uploads per comparison, one for each picture. */
const picturesPerCall = 2;

/**
 * Rate limit of an instance.
 * @param capacity  comparisons per second of this machine, the rate of an instance without a configured one.
 */
export function instanceLimit({ queriesPerSecond, burst }: Instance, capacity: number): FlowLimit {
  const rate = queriesPerSecond ?? capacity;
  return { queriesPerSecond: rate, burst: burst ?? Math.max(1, Math.ceil(burstSeconds * rate)) };
}

/** Rate limit of an account's uploads: two for every comparison of its instances. */
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
