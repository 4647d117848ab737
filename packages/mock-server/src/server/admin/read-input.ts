import { isErrorCode } from '@semblance/spec/error-policy';
import type { ChaosOptions } from '../../answer/chaos.ts';
import { parsePlan } from '../../answer/scenarios/parse-plan.ts';
import type { Plan, Step } from '../../answer/scenarios/plan.ts';
import type { InstanceSettings } from '../../session/instance-settings.ts';

/**
 * Reads a plan from JSON: `{"plan": "DeniedRequest*2,success"}`, or steps as for `mock.use`.
 * @throws TypeError that says what is wrong.
 */
export function readPlan(input: unknown): Plan {
  const plan = objectOf(input, 'Send {"plan": "DeniedRequest*2,success"}.')['plan'];
  if (typeof plan === 'string') {
    const parsing = parsePlan(plan);
    if (!parsing.ok) throw new TypeError(parsing.detail);
    return parsing.value;
  }
  const steps = Array.isArray(plan) ? plan : [plan];
  if (steps.length === 0 || !steps.every(isStep)) throw new TypeError(whatStepsAre);
  return Array.isArray(plan) ? (steps as Step[]) : (steps[0] as Step);
}

const whatStepsAre = 'A step is a name, {"scenario": NAME, "times": 2} or {"reply": {"status": 503, "body": "busy"}}.';

/** Whether a value has the shape of a step; `use` checks whether its scenario exists. */
function isStep(step: unknown): boolean {
  if (typeof step === 'string') return true;
  if (typeof step !== 'object' || step === null) return false;
  const { scenario, reply, times, delayMs } = step as Readonly<Record<string, unknown>>;
  const isNamed = typeof scenario === 'string' ? reply === undefined : typeof reply === 'object';
  return isNamed && isOptionalNumber(times) && isOptionalNumber(delayMs);
}

/** Reads settings of an instance from JSON, `null` to remove it; `setInstance` checks them. @throws TypeError */
export function readInstanceSettings(input: unknown): InstanceSettings {
  const settings = objectOf(input, 'Send the settings as an object, such as {"queriesPerSecond": 5}.');
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, value ?? undefined]));
}

/** Reads chaos from JSON, `null` for none. Rates are checked where they are used. @throws TypeError */
export function readChaos(input: unknown): ChaosOptions | undefined {
  if (input === null) return undefined;
  const chaos = objectOf(input, 'Send the options as an object, such as {"errorRate": 0.1}, or null.');
  const codes = chaos['errorCodes'] ?? [];
  if (!Array.isArray(codes) || !codes.every((code) => typeof code === 'string' && isErrorCode(code)))
    throw new TypeError('errorCodes is a list of error codes.');
  if (!isOptionalNumber(chaos['seed']) || !isOptionalNumber(chaos['errorRate']))
    throw new TypeError('seed and errorRate are numbers.');
  return chaos as ChaosOptions;
}

function isOptionalNumber(value: unknown): boolean {
  return value === undefined || (typeof value === 'number' && Number.isFinite(value));
}

function objectOf(input: unknown, hint: string): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) throw new TypeError(hint);
  return input as Readonly<Record<string, unknown>>;
}
