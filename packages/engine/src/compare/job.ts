import type { WhichPicture } from '@semblance/picture';
import type { MeasuredDifference } from '../score/difference/difference-evidence.ts';
import type { AnalysedPicture, AnalysisTask, DetailTask, DifferenceOptions, RasteredPicture } from './analyser.ts';

/** A piece of work for an analyser. */
export type Job =
  | { readonly kind: 'analyse'; readonly task: AnalysisTask; readonly which: WhichPicture }
  | { readonly kind: 'equal-pixels'; readonly first: RasteredPicture; readonly second: RasteredPicture }
  | {
      readonly kind: 'difference';
      readonly first: DetailTask;
      readonly second: DetailTask;
      readonly options: DifferenceOptions;
    };

/** What a job gives. */
export interface JobValues {
  readonly analyse: AnalysedPicture;
  readonly 'equal-pixels': boolean;
  /** Undefined where the pictures are not laid over each other. */
  readonly difference: MeasuredDifference | undefined;
}
