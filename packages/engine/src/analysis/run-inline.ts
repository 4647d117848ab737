import type { Analyser } from './analyser.ts';
import { performJob } from './perform-job.ts';
import type { RunJob } from './run-job.ts';

/** Runs jobs in this process: for the command line, where the pictures are the user's own. */
export function runInline(analyser: Analyser): RunJob {
  return ((job) => performJob(analyser, job)) as RunJob;
}
