import { isErrorCode } from '@semblance/spec/error-policy';
import type { ErrorCode } from '@semblance/spec/error-policy';
import { codeScenarios } from './code-scenarios.ts';
import { faultScenarios, isFaultName } from '../fault-scenarios.ts';
import type { FaultName } from '../fault-scenarios.ts';

/** Successful scenarios: the ordinary one, and one with the field that the public documentation shows on success. */
export type SuccessName = 'success' | 'success-with-access-denied-detail';

/** `score-0.72` answers that score, `delay-1500` answers ordinarily after that many milliseconds. */
export type ParameterisedName = `score-${number}` | `delay-${number}`;

/** Names of all scenarios. */
export type ScenarioName = ErrorCode | FaultName | SuccessName | ParameterisedName;

/** The effect of a scenario. */
export type ScenarioEffect =
  | { readonly kind: 'ordinary'; readonly delayMs: number }
  | { readonly kind: 'score'; readonly score: number }
  | { readonly kind: 'success-with-detail' }
  | { readonly kind: 'code'; readonly code: ErrorCode }
  | { readonly kind: 'fault'; readonly fault: FaultName };

/** Scenario names without a parameter: all codes, all faults, both successes. */
export const scenarioNames: readonly (ErrorCode | FaultName | SuccessName)[] = [
  'success',
  'success-with-access-denied-detail',
  ...(Object.keys(codeScenarios) as ErrorCode[]),
  ...(Object.keys(faultScenarios) as FaultName[]),
];

/** The effect of `name`; `undefined` when there is no such scenario. */
export function scenarioEffect(name: string): ScenarioEffect | undefined {
  if (isErrorCode(name)) return { kind: 'code', code: name };
  if (isFaultName(name)) return { kind: 'fault', fault: name };
  if (name === 'success') return { kind: 'ordinary', delayMs: 0 };
  if (name === 'success-with-access-denied-detail') return { kind: 'success-with-detail' };
  return parameterisedEffect(name);
}

function parameterisedEffect(name: string): ScenarioEffect | undefined {
  const { kind, text } = /^(?<kind>score|delay)-(?<text>\d+(?:\.\d+)?)$/.exec(name)?.groups ?? {};
  const number = Number(text);
  if (kind === 'score' && number <= 1) return { kind: 'score', score: number };
  return kind === 'delay' ? { kind: 'ordinary', delayMs: number } : undefined;
}

/** Whether `name` is a scenario. */
export function isScenarioName(name: string): name is ScenarioName {
  return scenarioEffect(name) !== undefined;
}
