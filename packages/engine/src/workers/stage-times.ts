import type { WhichPicture } from '@semblance/picture';
import { monotonicMs } from '../clock.ts';
import type { Job } from '../compare/job.ts';
import type { Stage } from '../features/begin-stage.ts';

/** What a worker tells the time of: whole jobs, stages inside them, and questions to caches that take time. */
export type TimedName = Job['kind'] | Stage | 'disk-features' | 'shared-features';

/** A part of a task, in milliseconds since it was taken on. */
export interface TimedStage {
  readonly name: TimedName;
  readonly startMs: number;
  readonly tookMs: number;
  /** Place in the list of the job it is part of; absent for a job, or where several jobs run at once. */
  readonly within?: number;
  /** Which picture a job is about, where it is about one. */
  readonly picture?: WhichPicture;
}

/** Begins a stage; what it gives ends it. */
export type BeginTimed = (name: TimedName, picture?: WhichPicture) => () => void;

/** Takes the times of a worker's task. */
export interface StageTimes {
  /** Begins anew. */
  readonly restart: () => void;
  readonly begin: BeginTimed;
  readonly taken: () => { readonly stages: readonly TimedStage[]; readonly tookMs: number };
}

/** A picture of many frames has many stages; those beyond are not told. */
const mostStages = 200;

/** Stages that hold others. */
const jobs: ReadonlySet<TimedName> = new Set(['analyse', 'equal-pixels', 'difference']);

/** Opens a list of times, by the monotonic clock. */
export function createStageTimes(): StageTimes {
  let startedAtMs = monotonicMs();
  let stages: (Omit<TimedStage, 'tookMs'> & { tookMs: number })[] = [];
  let open: number[] = [];
  return {
    restart: () => {
      startedAtMs = monotonicMs();
      [stages, open] = [[], []];
    },
    begin: (name, picture) => {
      const list = stages;
      if (list.length >= mostStages) return () => undefined;
      const beganAtMs = monotonicMs();
      const at = list.length;
      const [holder] = open.length === 1 ? open : [];
      const within = jobs.has(name) || holder === undefined ? {} : { within: holder };
      const stage = {
        name,
        startMs: beganAtMs - startedAtMs,
        tookMs: 0,
        ...within,
        ...(picture === undefined ? {} : { picture }),
      };
      list.push(stage);
      if (jobs.has(name)) open.push(at);
      return () => {
        stage.tookMs = monotonicMs() - beganAtMs;
        open = open.filter((one) => one !== at);
      };
    },
    taken: () => ({ stages, tookMs: monotonicMs() - startedAtMs }),
  };
}
