import { actions, compareAction, isActionName, operationPath } from '@semblance/spec/protocol';
import type { Call } from '../call/call.ts';
import { operationMethods } from '../call/receive-call.ts';
import { fail } from '../answer/outcome.ts';
import type { FailureOutcome } from '../answer/outcome.ts';

/** Checks path, method and whether the request could be read. */
export function checkTransport(call: Call): FailureOutcome | undefined {
  if (call.url.pathname !== operationPath) return fail('InvalidAction.NotFound', 'Every operation has the path "/".');
  if (!operationMethods.has(call.request.method)) return fail('UnsupportedHTTPMethod', 'Send POST, or GET.');
  return call.defect === undefined ? undefined : fail(call.defect);
}

/** Checks action and version. */
export function checkRouting(call: Call): FailureOutcome | undefined {
  if (call.action === undefined) return fail('MissingAction', 'Name it in x-acs-action or in the parameter Action.');
  if (!isActionName(call.action)) return fail('UnsupportedOperationType', `This mock serves ${compareAction.action}.`);
  if (call.version === undefined)
    return fail('MissingVersion', 'Name it in x-acs-version or in the parameter Version.');
  const { version } = actions[call.action];
  if (call.version !== version) return fail('InvalidVersion', `The version is ${version}.`);
  return undefined;
}
