import type { EngineFailure } from './failure.ts';
import type { Patience } from './patience.ts';
import type { Result } from '../result.ts';
import type { Job, JobFailure, JobValues } from './job.ts';

/** Runs one job somewhere: in a worker process, or in this one. */
export type RunJob = <Kind extends Job['kind']>(
  job: Extract<Job, { readonly kind: Kind }>,
  patience: Patience,
) => Promise<Result<JobValues[Kind], JobFailure | EngineFailure>>;
