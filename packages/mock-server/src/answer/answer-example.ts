import { successExamples } from '@semblance/spec/examples';
import { actions, isActionName } from '@semblance/spec/protocol';
import type { Call } from '../call/call.ts';
import { fail } from './outcome.ts';
import type { Outcome } from './outcome.ts';

/** Answers an action that the mock knows from the contract only: checks its required parameters and returns the contract's example. */
export function answerExample({ action, parameters }: Call): Outcome {
  if (action === undefined || !isActionName(action)) throw new TypeError('A call without an action of the contract.');
  const missing = actions[action].required.find((name) => !parameters.has(name));
  if (missing !== undefined) return fail('InvalidParameter', `The parameter ${missing} is missing.`);
  return { kind: 'example', action, result: successExamples[action] };
}
