import { nearestName } from '@semblance/wire/nearest-name';
import { isScenarioName, scenarioNames } from './scenario-name.ts';
import type { Plan, ScenarioStep } from './plan.ts';

/** A parsed plan, or what is wrong with the text. */
export type PlanParsing = { readonly ok: true; readonly value: Plan } | { readonly ok: false; readonly detail: string };

/** Most steps of a plan written as text. */
const maxSteps = 100;

/**
 * Parses a plan from the header `x-mock-scenario` or an instance name after `mock-`: one name (`DeniedRequest`), or names separated by
 * commas, each with an optional count (`DeniedRequest*2,success`).
 */
export function parsePlan(text: string): PlanParsing {
  const pieces = text.split(',').map((piece) => piece.trim());
  if (pieces.length > maxSteps) return { ok: false, detail: `A plan has at most ${maxSteps} steps.` };
  const steps: ScenarioStep[] = [];
  for (const piece of pieces) {
    const step = parseStep(piece);
    if (typeof step === 'string') return { ok: false, detail: step };
    steps.push(step);
  }
  const [only] = steps;
  return { ok: true, value: steps.length === 1 && only !== undefined ? only : steps };
}

/** The step, or a sentence that says what is wrong. */
function parseStep(piece: string): ScenarioStep | string {
  const { name = piece, times } = /^(?<name>.+)\*(?<times>[1-9]\d{0,5})$/.exec(piece)?.groups ?? {};
  if (!isScenarioName(name)) {
    const near = nearestName(name, scenarioNames);
    const hint = near === undefined ? 'Scenarios are the codes, the faults and score-0.72' : `Did you mean "${near}"`;
    return `There is no scenario "${name.slice(0, 60)}". ${hint}${near === undefined ? '.' : '?'}`;
  }
  return times === undefined ? { scenario: name } : { scenario: name, times: Number(times) };
}
