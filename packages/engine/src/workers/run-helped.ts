import type { AnalysedPicture, AnalysisFailure } from '../compare/analyser.ts';
import type { EngineFailure } from '../compare/failure.ts';
import type { Job, JobValues } from '../compare/job.ts';
import type { RunJob } from '../compare/run-job.ts';
import type { Result } from '../result.ts';

type JobResult = Result<JobValues[Job['kind']], AnalysisFailure | EngineFailure>;

/** Whom to ask, and who hears that nothing is left to do but to wait for it. */
export interface HelpOptions {
  /** Asked for at every job: the next comparison may have nobody to ask. */
  readonly askForHelp: () =>
    | (() => Promise<Result<AnalysedPicture, AnalysisFailure | EngineFailure> | undefined>)
    | undefined;
  readonly onWaiting: () => void;
}

/**
 * Does one job at a time, so that it is known which picture a lost process was at; while it is at the first picture, the second may be analysed by
 * somebody else. Where nobody does, it is done here, afterwards.
 */
export function runHelped(runJob: RunJob, { askForHelp, onWaiting }: HelpOptions): RunJob {
  let own: Promise<unknown> | undefined;
  const alone = (job: Job): Promise<JobResult> => {
    const result = after(own, () => runJob(job));
    const done = result
      .catch(() => undefined)
      .finally(() => {
        if (own === done) own = undefined;
      });
    own = done;
    return result;
  };
  const run = async (job: Job): Promise<JobResult> => {
    const ask = job.kind === 'analyse' && job.which === 'secondary' ? askForHelp() : undefined;
    if (ask === undefined || own === undefined) return alone(job);
    let isWaiting = true;
    void own.finally(() => {
      if (isWaiting) onWaiting();
    });
    const help = await ask();
    isWaiting = false;
    return help ?? alone(job);
  };
  return run as RunJob;
}

async function after<Value>(earlier: Promise<unknown> | undefined, run: () => Promise<Value>): Promise<Value> {
  if (earlier !== undefined) await earlier;
  return run();
}
