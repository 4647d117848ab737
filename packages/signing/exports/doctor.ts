/** Explains why a signature was refused. */
export { causes, type CauseId } from '../src/doctor/cause.ts';
export { diagnose } from '../src/doctor/diagnose.ts';
export type { DiagnoseInput, Diagnosis, Difference } from '../src/doctor/diagnosis.ts';
export { answerBudgetBytes, mismatchContinuation } from '../src/doctor/mismatch-continuation.ts';
export { summarize } from '../src/doctor/summarize.ts';
export { workedSteps, type WorkedStep } from '../src/doctor/worked-steps.ts';
