import type { CheckedPicture } from '../compare/analyser.ts';
import type { ComparisonAnswer, ComparisonStep, ComparisonTask } from '../compare/comparison-task.ts';
import type { Failure } from '../compare/failure.ts';
import type { CacheLayer, CacheResult } from '../compare/run-cached.ts';
import type { Result } from '../result.ts';
import type { TimedStage } from './stage-times.ts';

/** A task for a worker. */
export interface Assignment {
  readonly id: number;
  readonly task: ComparisonTask;
  /** How long the answer is waited for: clocks of two processes do not compare. */
  readonly withinMs: number;
}

/** A picture whose bytes come on the pipe of pictures. */
export interface AnnouncedPicture extends Pick<CheckedPicture, 'header'> {
  readonly byteLength: number;
}

/** From the engine to a worker. The pictures' bytes follow, the first's before the second's. */
export interface TaskMessage extends Omit<Assignment, 'task'> {
  readonly task: Omit<ComparisonTask, 'pair'>;
  readonly pictures: Readonly<Record<keyof ComparisonTask['pair'], AnnouncedPicture>>;
}

/** What a task took and found, stage by stage. */
export interface TaskMeasures {
  readonly stages: readonly TimedStage[];
  /** From the acceptance of the task to its answer. */
  readonly tookMs: number;
  /** Of each picture that was looked for in a feature cache. */
  readonly cache: readonly (readonly [layer: CacheLayer, result: CacheResult])[];
  /** Calls of the feature cache that engines share, since the task before. */
  readonly sharedCalls: readonly (readonly [seconds: number, isOk: boolean])[];
}

/** From a worker to the engine, as JSON. `threw` is an exception nothing foresaw. */
export type WorkerMessage =
  | { readonly type: 'ready' }
  /** It has taken the task on. */
  | { readonly type: 'started'; readonly id: number }
  /** It begins with a step of it. */
  | { readonly type: 'step'; readonly id: number; readonly step: ComparisonStep }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly result: Result<ComparisonAnswer, Failure>;
      readonly residentBytes: number;
      readonly measures: TaskMeasures;
    }
  | { readonly type: 'threw'; readonly id: number; readonly description: string }
  /** The feature cache failed, or held a damaged entry. */
  | { readonly type: 'cache-fault'; readonly isDamage: boolean; readonly description: string };
