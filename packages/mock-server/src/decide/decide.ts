import { uploadMaxBytes } from '@semblance/spec/limits';
import { uploadRefusals } from '@semblance/wire/upload-form';
import type { Call } from '../call/call.ts';
import { checkRouting, checkTransport } from '../checks/check-gateway.ts';
import { checkInstance } from '../checks/check-instance.ts';
import { checkPictures } from '../checks/check-pictures.ts';
import type { SignatureChecker } from '../checks/check-signature.ts';
import type { ChaosDraw } from '../answer/chaos.ts';
import type { DecidedCall } from '../answer/decided-call.ts';
import { answerExample } from '../answer/answer-example.ts';
import { accessDenied, exampleDetail } from '../answer/access-denied.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome, Outcome } from '../answer/outcome.ts';
import type { Recorder } from '../record/recorder.ts';
import type { ReplayLookup } from '../record/replay.ts';
import { answerCustom } from './answer-custom.ts';
import { answerRecorded } from './answer-recorded.ts';
import { chooseStep } from './choose-step.ts';
import { codeScenarios } from '../answer/scenarios/code-scenarios.ts';
import { magicScenario } from '../answer/scenarios/magic-name.ts';
import type { ResolvedStep, ScenarioStep } from '../answer/scenarios/plan.ts';
import { scenarioEffect } from '../answer/scenarios/scenario-name.ts';
import type { ScenarioEffect } from '../answer/scenarios/scenario-name.ts';
import { createInstance } from '../session/instance-registry.ts';
import type { Instance } from '../session/instance-registry.ts';
import type { Session } from '../session/session.ts';

/** Input of `decide` besides the call. */
export interface DecisionInput {
  readonly session: Session;
  readonly signatures: SignatureChecker;
  readonly replay: ReplayLookup;
  readonly recorder: Recorder | undefined;
  readonly chaos: ChaosDraw;
  readonly nowMs: number;
  /** Host for uploads, `host:port`. */
  readonly uploadHost: string;
  /** Why the request did not arrive completely, if it did not. */
  readonly failure?: FailureOutcome | undefined;
}

/** The part of a decision that depends on the operation. */
type DecidedAnswer = Pick<DecidedCall, 'outcome' | 'scenario' | 'fault' | 'pictures'> & {
  readonly stepDelayMs: number;
};

/** Decides a call: gateway, signature, routing, then scenario, recording, chaos, or the ordinary checks, in that order. */
export async function decide(call: Call, input: DecisionInput): Promise<DecidedCall> {
  if (call.kind === 'post-object' && input.failure !== undefined) return unfinishedUpload(input.failure);
  const transport = input.failure ?? checkTransport(call);
  const { finding, refusal } =
    transport === undefined
      ? await input.signatures.check(call)
      : { finding: { checked: false } as const, refusal: transport };
  const gateway = refusal ?? (call.kind === 'post-object' ? undefined : checkRouting(call));
  const answer = gateway === undefined ? await answerOperation(call, input) : answered(gateway);
  const { stepDelayMs, ...rest } = answer;
  return { ...rest, finding, delayMs: stepDelayMs + input.chaos.delayMs, fault: answer.fault ?? input.chaos.fault };
}

/** Refuses an incomplete upload like object storage. */
function unfinishedUpload({ code }: FailureOutcome): DecidedCall {
  const { code: uploadCode, detail } =
    code === 'TimeoutForTransferImage' ? uploadRefusals.tooSlow : uploadRefusals.tooLarge(uploadMaxBytes);
  const { stepDelayMs, ...answer } = answered({ kind: 'upload-failure', code: uploadCode, detail });
  return { ...answer, delayMs: stepDelayMs, finding: { checked: false } };
}

function answered(outcome: Outcome, scenario?: string): DecidedAnswer {
  return { outcome, scenario, fault: undefined, pictures: undefined, stepDelayMs: 0 };
}

async function answerOperation(call: Call, input: DecisionInput): Promise<DecidedAnswer> {
  const choice = chooseStep(call, input.session);
  if (!choice.ok) return answered(choice.failure);
  const { step } = choice;
  if (step === undefined) return answerUnplanned(call, input);
  if ('reply' in step)
    return { ...answered(await answerCustom(call, step.reply), 'reply'), stepDelayMs: step.delayMs ?? 0 };
  if (step.operation === 'PostObject') {
    const outcome = { kind: 'upload-failure', code: step.scenario } as Outcome;
    return { ...answered(outcome, step.scenario), stepDelayMs: step.delayMs ?? 0 };
  }
  const effect = scenarioEffect(step.scenario);
  if (effect === undefined) throw new TypeError(`There is no scenario "${step.scenario}".`);
  const answer = await applyEffect(call, input, { step, effect });
  const effectDelayMs = effect.kind === 'ordinary' ? effect.delayMs : 0;
  return { ...answer, scenario: step.scenario, stepDelayMs: effectDelayMs + (step.delayMs ?? 0) };
}

async function answerUnplanned(call: Call, input: DecisionInput): Promise<DecidedAnswer> {
  const { replay, recorder, nowMs } = input;
  const recorded = await answerRecorded(call, { replay, recorder, nowMs, uploads: input.session.uploads });
  if (recorded !== undefined) return answered(recorded);
  const { code } = input.chaos;
  if (code !== undefined && call.kind === 'compare') return answered(codeOutcome(call, code), code);
  return answerOrdinarily(call, input);
}

/** A step that names a scenario of the comparison. */
type NamedStep = ResolvedStep & ScenarioStep;

interface PlannedEffect {
  readonly step: NamedStep;
  readonly effect: ScenarioEffect;
}

async function applyEffect(call: Call, input: DecisionInput, { step, effect }: PlannedEffect): Promise<DecidedAnswer> {
  switch (effect.kind) {
    case 'code':
      return answered(codeOutcome(call, effect.code, step));
    case 'ordinary':
      return answerOrdinarily(call, input);
    case 'fault':
      return { ...(await answerOrdinarily(call, input)), fault: effect.fault };
    case 'score':
      return changeSuccess(await answerOrdinarily(call, input), { score: effect.score });
    case 'success-with-detail':
      return changeSuccess(await answerOrdinarily(call, input), { accessDeniedDetail: exampleDetail });
  }
}

function changeSuccess(answer: DecidedAnswer, change: Partial<Extract<Outcome, { kind: 'success' }>>): DecidedAnswer {
  return answer.outcome.kind === 'success' ? { ...answer, outcome: { ...answer.outcome, ...change } } : answer;
}

/** The refusal of a scenario, with the details of its code and step. */
function codeOutcome(call: Call, code: FailureOutcome['code'], step?: NamedStep): FailureOutcome {
  const { accessDeniedDetail, retryAfterMs } = codeScenarios[code];
  const outcome = accessDeniedDetail === true ? accessDenied(call, step?.accessDeniedDetail) : fail(code);
  const waitMs = step?.retryAfterMs ?? retryAfterMs;
  return waitMs === undefined ? outcome : { ...outcome, retryAfterMs: waitMs };
}

/** Answers without a scenario. The code of the Advance flow is loaded on first use, as few clients use it. */
async function answerOrdinarily(call: Call, input: DecisionInput): Promise<DecidedAnswer> {
  const { session, nowMs, uploadHost } = input;
  const { uploads, instances } = session;
  switch (call.kind) {
    case 'post-object': {
      const { storeUpload } = await import('../checks/store-upload.ts');
      return answered(storeUpload(call, { uploads, nowMs }));
    }
    case 'authorize-upload': {
      const { authorizeUpload } = await import('../checks/authorize-upload.ts');
      return answered(authorizeUpload(call, { uploads, instances, nowMs, uploadHost, objectId: call.requestId }));
    }
    case 'example':
      return answered(answerExample(call));
    default:
      return answerCompare(call, input);
  }
}

async function answerCompare(call: Call, { session, nowMs }: DecisionInput): Promise<DecidedAnswer> {
  const check = findInstance(call, session, nowMs);
  if (!check.ok) return answered(check.failure);
  const pictures = checkPictures(call, { instance: check.instance, uploads: session.uploads, nowMs });
  if (!pictures.ok) return answered(pictures.failure);
  const { primary, secondary } = pictures;
  const score = await session.scorer.score({
    instanceName: check.instance.name,
    serviceType: check.instance.settings.serviceType ?? 'generic',
    primary: primary.bytes,
    secondary: secondary.bytes,
  });
  if (typeof score === 'string') return { ...answered(codeOutcome(call, score)), pictures: [primary, secondary] };
  for (const key of pictures.usedUploads) session.uploads.remove(key);
  return { ...answered({ kind: 'success', score }), pictures: [primary, secondary] };
}

/** Finds the instance of a call. A name that selects a scenario is an instance with default settings, of any length. */
function findInstance(call: Call, { instances }: Session, nowMs: number): ReturnType<typeof checkInstance> {
  const magic = magicScenario(call.instanceName) === undefined ? undefined : magicInstance;
  return magic === undefined ? checkInstance(call, { instances, nowMs }) : { ok: true, instance: magic };
}

const magicInstance: Instance = createInstance('mock', {});
