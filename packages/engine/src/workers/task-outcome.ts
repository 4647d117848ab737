import type { AnalysisFailure } from '../compare/analyser.ts';
import type { ComparisonAnswer, ComparisonStep } from '../compare/comparison-task.ts';
import type { EngineFailure, Failure } from '../compare/failure.ts';
import type { Result } from '../result.ts';
import type { LostWorker } from './worker.ts';
import type { TaskMeasures } from './worker-messages.ts';

/** How a worker failed at what it was given. */
export type WorkerFault =
  | { readonly type: 'threw'; readonly description: string }
  /** The worker was lost; `step` says what it was at, if it had begun with the task and was at anything. */
  | {
      readonly type: 'lost';
      readonly how: LostWorker['how'];
      readonly description: string;
      readonly step: ComparisonStep | undefined;
    }
  /** The worker did not accept the task in time, or was stopped while it had it. */
  | { readonly type: 'silent' }
  /** It accepted the task and exceeded the budget of a step. */
  | { readonly type: 'too-slow'; readonly step: ComparisonStep | undefined };

/** What became of a comparison. */
export type TaskOutcome =
  | { readonly type: 'done'; readonly result: Result<ComparisonAnswer, Failure>; readonly measures: TaskMeasures }
  | WorkerFault;

/** What became of one picture that a worker was given alone: its analysis as bytes that another worker can read. */
export type AnalysisOutcome =
  | {
      readonly type: 'analysed';
      readonly result: Result<Uint8Array, AnalysisFailure | EngineFailure>;
      readonly measures: TaskMeasures;
    }
  | WorkerFault;
