import type { AnalysisFailure, CheckedPicture } from '../compare/analyser.ts';
import type { ComparisonAnswer, ComparisonStep, ComparisonTask } from '../compare/comparison-task.ts';
import type { EngineFailure, Failure } from '../compare/failure.ts';
import type { CacheLayer, CacheResult } from '../compare/run-cached.ts';
import type { Result } from '../result.ts';
import type { TimedStage } from './stage-times.ts';

/** A picture whose bytes come on the pipe of pictures. */
export interface AnnouncedPicture extends Pick<CheckedPicture, 'header'> {
  readonly byteLength: number;
}

/** Two pictures are to be compared; their bytes follow, the first's before the second's. */
export interface CompareMessage {
  readonly type: 'compare';
  readonly id: number;
  readonly task: Omit<ComparisonTask, 'pair'>;
  readonly pictures: Readonly<Record<keyof ComparisonTask['pair'], AnnouncedPicture>>;
  /** How long the answer is waited for: clocks of two processes do not compare. */
  readonly withinMs: number;
  /** Whether it may ask for another worker's help with the second picture. */
  readonly mayAsk: boolean;
}

/** The second picture of another worker's comparison is to be analysed; its bytes follow. */
export interface AnalyseMessage {
  readonly type: 'analyse';
  readonly id: number;
  readonly profile: string;
  readonly picture: AnnouncedPicture;
}

/** What came of the help that was asked for: an analysis whose bytes follow, or a failure; nothing where there is none. */
export interface HelpMessage {
  readonly type: 'help';
  readonly id: number;
  readonly help?: Result<{ readonly byteLength: number }, AnalysisFailure | EngineFailure> | undefined;
}

/** From the engine to a worker, as JSON. */
export type EngineMessage = CompareMessage | AnalyseMessage | HelpMessage;

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
  /** It has taken the task on; left out where a step or the answer comes at once. */
  | { readonly type: 'started'; readonly id: number }
  /** It begins with a step of it; without one, it waits for help. */
  | { readonly type: 'step'; readonly id: number; readonly step?: ComparisonStep | undefined }
  /** Another worker might analyse the second picture meanwhile. */
  | { readonly type: 'help-wanted'; readonly id: number }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly result: Result<ComparisonAnswer, Failure>;
      readonly residentBytes: number;
      readonly measures: TaskMeasures;
    }
  /** The picture it was given alone; the bytes of its analysis come on the pipe of pictures. */
  | {
      readonly type: 'analysed';
      readonly id: number;
      readonly result: Result<{ readonly byteLength: number }, AnalysisFailure | EngineFailure>;
      readonly residentBytes: number;
      readonly measures: TaskMeasures;
    }
  | { readonly type: 'threw'; readonly id: number; readonly description: string }
  /** The feature cache failed, or held a damaged entry. */
  | { readonly type: 'cache-fault'; readonly isDamage: boolean; readonly description: string };
