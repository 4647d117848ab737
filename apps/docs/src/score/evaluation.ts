import type { LookAlikeScores } from './look-alikes.ts';
import type { Estimate, ServiceTypeScores } from './service-type-scores.ts';

/** What was measured of one method, for one task. */
interface TaskResult {
  readonly rocArea: Estimate;
  /** Share of the matches found when 1 % of the others pass. */
  readonly recall: Estimate;
}

/** Tasks of the evaluation, as it names them. */
export const evaluationTasks = ['copy', 'same item', 'same kind', 'one threshold'] as const;

/** A task of the evaluation. */
export type EvaluationTask = (typeof evaluationTasks)[number];

/** What was measured of one method. */
interface MethodResult {
  readonly method: string;
  readonly tasks: Readonly<Record<EvaluationTask, TaskResult>>;
  /** Share found when 1 % of the others pass, by what was done to the copy. */
  readonly transformations: Readonly<Record<string, number>>;
}

/** What passes a threshold of the score. */
export interface EvaluationThreshold {
  readonly threshold: number;
  readonly copyRecall: number;
  readonly itemRecall: number;
  readonly kindRate: number;
  readonly falsePositiveRate: number;
  /** When one pair in ten is a match. */
  readonly precision: number;
}

/** The file the engine's evaluation writes. */
export interface Evaluation {
  readonly date: string;
  readonly calibration: string;
  readonly pairs: Readonly<Record<string, number>>;
  readonly results: readonly MethodResult[];
  readonly thresholds: readonly EvaluationThreshold[];
  readonly serviceTypes: ServiceTypeScores;
  /** Absent from figures that are older than the task. */
  readonly lookAlikes?: LookAlikeScores;
}

const files = import.meta.glob<Evaluation>('../../../../tools/calibration/generated/evaluation.json', {
  eager: true,
  import: 'default',
});

/** The engine's own evaluation on pictures it was not fitted on; `undefined` where it has not been run. */
export const evaluation: Evaluation | undefined = Object.values(files)[0];
