import type { Analyser } from '../../compare/analyser.ts';
import { performJob } from './perform-job.ts';
import type { RunJob } from '../../compare/run-job.ts';

/** Runs jobs in this process: for the command line, where the pictures are the user's own. */
export function runInline(analyser: Analyser): RunJob {
  return ((job) => performJob(analyser, job)) as RunJob;
}
