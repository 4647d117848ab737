import type { Result } from '../../result.ts';
import type { Job, JobValues } from '../../compare/job.ts';
import type { Analyser, AnalysisFailure } from '../../compare/analyser.ts';

/** Does one job with an analyser. */
export async function performJob(
  analyser: Analyser,
  job: Job,
): Promise<Result<JobValues[Job['kind']], AnalysisFailure>> {
  switch (job.kind) {
    case 'analyse':
      return analyser.analyse(job.task);
    case 'equal-pixels':
      return analyser.equalPixels(job.first, job.second);
    case 'difference':
      return (await analyser.measureDifference?.(job.first, job.second, job.options)) ?? { ok: true, value: undefined };
  }
}
