import type { Evaluation, TaskName } from '../../../../tools/eval/evaluation-file.ts';

/** Tasks of the evaluation in the order of the tables. */
export const evaluationTasks = [
  'copy',
  'same item',
  'same kind',
  'one threshold',
] as const satisfies readonly TaskName[];

const files = import.meta.glob<Evaluation>('../../../../tools/calibration/generated/evaluation.json', {
  eager: true,
  import: 'default',
});

/** The engine's own evaluation on pictures it was not fitted on; `undefined` where it has not been run. */
export const evaluation: Evaluation | undefined = Object.values(files)[0];
