import type { AnalysisFailure } from './analyser.ts';
import type { EngineFailure } from './failure.ts';
import type { Result } from '../result.ts';
import type { Job, JobValues } from './job.ts';

/** Runs one job: with an analyser, or with what is kept of an earlier one. */
export type RunJob = <Kind extends Job['kind']>(
  job: Extract<Job, { readonly kind: Kind }>,
) => Promise<Result<JobValues[Kind], AnalysisFailure | EngineFailure>>;
