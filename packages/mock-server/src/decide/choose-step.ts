import { headerOf } from '../call/raw-request.ts';
import type { Call } from '../call/call.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import type { Session } from '../session/session.ts';
import { magicScenario } from '../answer/scenarios/magic-name.ts';
import { parsePlan } from '../answer/scenarios/parse-plan.ts';
import { createPlanStack } from '../answer/scenarios/plan.ts';
import type { PlannedOperation, PlanStack, ResolvedStep } from '../answer/scenarios/plan.ts';

/** The step that decides a call, none, or the refusal of an invalid plan. */
export type StepChoice =
  | { readonly ok: true; readonly step: ResolvedStep | undefined }
  | { readonly ok: false; readonly failure: FailureOutcome };

const operations = {
  compare: 'CompareSimilarByImage',
  'authorize-upload': 'AuthorizeFileUpload',
  'post-object': 'PostObject',
  example: 'CompareSimilarByImage',
  other: 'CompareSimilarByImage',
} as const satisfies Record<Call['kind'], PlannedOperation>;

/** Chooses the step of a call. The header `x-mock-scenario` takes precedence over the test's plans, and those over an instance name. */
export function chooseStep(call: Call, session: Session): StepChoice {
  const operation = operations[call.kind];
  const header = headerOf(call.request, 'x-mock-scenario');
  if (header !== undefined && (call.kind === 'compare' || call.kind === 'example'))
    return textStep(header, session, 'InvalidParameter');
  const planned = session.plans.next(operation);
  if (planned !== undefined) return { ok: true, step: planned };
  const magic = call.kind === 'compare' ? magicScenario(call.instanceName) : undefined;
  return magic === undefined ? { ok: true, step: undefined } : textStep(magic, session, 'InvalidInstance');
}

/** Most texts whose progress a session remembers. */
const maxTexts = 1000;

function textStep(
  text: string,
  { textPlans }: Session,
  codeOnError: 'InvalidParameter' | 'InvalidInstance',
): StepChoice {
  const known = textPlans.get(text);
  if (known !== undefined) return { ok: true, step: known.next('CompareSimilarByImage') };
  const parsing = parsePlan(text);
  if (!parsing.ok) return { ok: false, failure: fail(codeOnError, parsing.detail) };
  const stack: PlanStack = createPlanStack();
  stack.push(parsing.value);
  const [oldest] = textPlans.keys();
  if (textPlans.size >= maxTexts && oldest !== undefined) textPlans.delete(oldest);
  textPlans.set(text, stack);
  return { ok: true, step: stack.next('CompareSimilarByImage') };
}
