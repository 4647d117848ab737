import type { Job, JobFailure, JobValues } from '../compare/job.ts';
import type { Result } from '../result.ts';

/** From the engine to a worker. */
export interface JobMessage {
  readonly id: number;
  readonly job: Job;
}

/** From a worker to the engine. `threw` is an exception nothing foresaw. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'started'; readonly id: number }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly result: Result<JobValues[Job['kind']], JobFailure>;
      readonly residentBytes: number;
    }
  | { readonly type: 'threw'; readonly id: number; readonly description: string };
