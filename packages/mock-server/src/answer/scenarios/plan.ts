import type { UploadErrorCode } from '@semblance/spec/error-policy';
import type { AccessDeniedDetail } from '@semblance/spec/types';
import type { ReplySource } from '../custom-reply.ts';
import type { ScenarioName } from './scenario-name.ts';

/** Which of the mock's operations a step is for. */
export type PlannedOperation = 'CompareSimilarByImage' | 'AuthorizeFileUpload' | 'PostObject';

/** One step of a plan, spelled out. */
export interface ScenarioStep {
  readonly scenario: ScenarioName;
  /** How many calls it answers. Default: one in a list, all for a single step. */
  readonly times?: number | undefined;
  /** Waits before answering. */
  readonly delayMs?: number | undefined;
  /** Sent as `Retry-After` and `x-acs-retry-after` with a code. */
  readonly retryAfterMs?: number | undefined;
  /** Replaces fields of the detail that `NoPermission` carries. */
  readonly accessDeniedDetail?: AccessDeniedDetail | undefined;
  /** Default: the comparison. */
  readonly operation?: 'CompareSimilarByImage' | 'AuthorizeFileUpload' | undefined;
}

/** A refusal of the upload form, which has codes of its own. */
export interface UploadStep {
  readonly operation: 'PostObject';
  readonly scenario: UploadErrorCode;
  readonly times?: number | undefined;
  readonly delayMs?: number | undefined;
}

/** An answer written by the test itself. */
export interface ReplyStep {
  readonly reply: ReplySource;
  readonly times?: number | undefined;
  readonly delayMs?: number | undefined;
  /** Default: the comparison. */
  readonly operation?: 'CompareSimilarByImage' | 'AuthorizeFileUpload' | undefined;
}

/** A step: a name, or a name with options. */
export type Step = ScenarioName | ScenarioStep | UploadStep | ReplyStep;

/** Input of `mock.use`: one step for all calls, or a list used up once. */
export type Plan = Step | readonly Step[];

/** A step with its defaults filled in. */
export type ResolvedStep = (ScenarioStep | UploadStep | ReplyStep) & {
  readonly operation: PlannedOperation;
  readonly times: number;
};

/** Fills in the defaults. A single step without `times` answers every call. */
export function resolvePlan(plan: Plan): readonly ResolvedStep[] {
  const alone = !isList(plan);
  return (alone ? [plan] : plan).map((step) => resolveStep(step, alone ? Number.POSITIVE_INFINITY : 1));
}

function resolveStep(step: Step, defaultTimes: number): ResolvedStep {
  const spelled = typeof step === 'string' ? { scenario: step } : step;
  const times = spelled.times ?? defaultTimes;
  if (!(times >= 1)) throw new RangeError(`times must be at least 1, not ${times}.`);
  return { ...spelled, operation: spelled.operation ?? 'CompareSimilarByImage', times } as ResolvedStep;
}

function isList(plan: Plan): plan is readonly Step[] {
  return Array.isArray(plan);
}

/** Active plans. The one given last is used first; a plan that is used up is removed. */
export interface PlanStack {
  readonly push: (plan: Plan) => void;
  /** Takes the step for the next call of `operation`; `undefined` if there is none. */
  readonly next: (operation: PlannedOperation) => ResolvedStep | undefined;
  readonly clear: () => void;
  /** Steps still to come, newest plan first. */
  readonly pending: () => readonly ResolvedStep[];
}

/** An empty stack. */
export function createPlanStack(): PlanStack {
  let plans: ResolvedStep[][] = [];
  return {
    push: (plan) => {
      plans.unshift([...resolvePlan(plan)]);
    },
    next: (operation) => {
      for (const steps of plans) {
        const [step] = steps;
        if (step !== undefined && step.operation === operation) {
          if (step.times > 1) steps[0] = { ...step, times: step.times - 1 };
          else steps.shift();
          plans = plans.filter(({ length }) => length > 0);
          return step;
        }
      }
      return undefined;
    },
    clear: () => {
      plans = [];
    },
    pending: () => plans.flat(),
  };
}
