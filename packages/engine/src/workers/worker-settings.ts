import type { ProfileSource } from '../compare/analyser.ts';
import type { CacheMode } from '../compare/run-cached.ts';
import type { SharedFeaturesOptions } from '../compare/shared-features.ts';

/** What a worker process is started with; it travels as JSON. */
export interface WorkerSettings {
  /** Threads one picture may occupy. */
  readonly threads: number;
  /** Module that replaces the built-in analyser. */
  readonly analyserModule?: string | undefined;
  /** Profiles beside the built-in one. */
  readonly profiles: readonly ProfileSource[];
  /** Bytes of features this worker keeps in memory; 0 for none. */
  readonly memoryBytes: number;
  /** The cache on disk that all workers share. */
  readonly featureCache?:
    | {
        readonly mode: CacheMode;
        readonly directory: string;
        readonly maxEntries: number;
        readonly version: string;
      }
    | undefined;
  /** The cache that engines share; its address, which may hold a password, and its secret are in the environment (`accessEnvironment`). */
  readonly sharedFeatures?:
    | Pick<SharedFeaturesOptions, 'keyPrefix' | 'deadlineMs' | 'maxBytes' | 'lifetimeMs' | 'version'>
    | undefined;
}
