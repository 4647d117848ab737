import { fail } from './failure.ts';
import type { EngineFailure } from './failure.ts';
import type { Result } from '../result.ts';
import type { Job } from './job.ts';
import type { AnalysedPicture, AnalysisFailure } from './analyser.ts';
import type { FeatureCache } from './feature-cache.ts';
import type { RunJob } from './run-job.ts';

/** Behaviour when the cache fails: compute again, or refuse. */
export type CacheMode = 'best-effort' | 'required';

/** Where features are kept, in the order in which they are looked for: by a worker, on this machine, by all engines. */
export type CacheLayer = 'memory' | 'disk' | 'shared';

/** What a lookup found. */
export type CacheResult = 'hit' | 'miss' | 'failed';

/** Options of a cache. */
export interface CachedOptions {
  readonly mode: CacheMode;
  readonly onFault: (cause: unknown) => void;
  readonly onAsked?: ((result: CacheResult) => void) | undefined;
}

/** Puts a feature cache in front of a runner. `onFault` is called with every failure of the cache. */
export function runCached(runJob: RunJob, cache: FeatureCache, { mode, onFault, onAsked }: CachedOptions): RunJob {
  const broken = (cause: unknown): Result<never, EngineFailure> | undefined => {
    onFault(cause);
    return mode === 'required' ? fail('feature-cache-broken', { cause }) : undefined;
  };
  const analyse = async (
    job: Extract<Job, { readonly kind: 'analyse' }>,
  ): Promise<Result<AnalysedPicture, AnalysisFailure | EngineFailure>> => {
    const { task } = job;
    const kept = await attempt(() => cache.get(task), broken);
    onAsked?.(kept.value === undefined ? (kept.failed === true ? 'failed' : 'miss') : 'hit');
    if (kept.failure !== undefined) return kept.failure;
    if (kept.value !== undefined) return { ok: true, value: kept.value };
    const result = await runJob(job);
    if (!result.ok) return result;
    return (await attempt(() => cache.put(task, result.value), broken)).failure ?? result;
  };
  const run = (job: Job): Promise<Result<unknown, AnalysisFailure | EngineFailure>> =>
    job.kind === 'analyse' ? analyse(job) : runJob(job);
  return run as RunJob;
}

interface Attempt<Value> {
  readonly value?: Value;
  readonly failure?: Result<never, EngineFailure> | undefined;
  readonly failed?: true;
}

async function attempt<Value>(
  access: () => Promise<Value>,
  broken: (cause: unknown) => Result<never, EngineFailure> | undefined,
): Promise<Attempt<Value>> {
  try {
    return { value: await access() };
  } catch (cause) {
    return { failure: broken(cause), failed: true };
  }
}
