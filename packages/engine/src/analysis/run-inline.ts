import type { Result } from '../result.ts';
import type { Job, JobFailure, JobValues } from '../workers/worker-messages.ts';
import type { Analyser } from './analyser.ts';
import type { RunJob } from './run-job.ts';

/** Runs jobs in this process: for the command line, where the pictures are the user's own. */
export function runInline(analyser: Analyser): RunJob {
  const run = (job: Job): Promise<Result<JobValues[Job['kind']], JobFailure>> =>
    job.kind === 'analyse' ? analyser.analyse(job.task) : analyser.equalPixels(job.first, job.second);
  return run as RunJob;
}
