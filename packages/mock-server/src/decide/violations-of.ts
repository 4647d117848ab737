import type { DecidedCall } from '../answer/decided-call.ts';
import type { Violation } from '../answer/violation.ts';
import type { Call } from '../call/call.ts';
import { findViolations } from '../checks/find-violations.ts';
import { magicScenario } from '../answer/scenarios/magic-name.ts';
import { createInstance } from '../session/instance-registry.ts';
import type { Session } from '../session/session.ts';

const anyInstance = createInstance('any', {});

/** The violations in a decided call; the instance's service type determines the pixel limits. */
export function violationsOf(
  call: Call,
  { finding, pictures }: DecidedCall,
  { session, nowMs }: { readonly session: Session; readonly nowMs: number },
): readonly Violation[] {
  const isScenarioName = magicScenario(call.instanceName) !== undefined;
  const known = isScenarioName ? undefined : session.instances.find(call.instanceName ?? '');
  return findViolations(call, {
    instance: known ?? anyInstance,
    uploads: session.uploads,
    nowMs,
    finding,
    isScenarioName,
    arePicturesChecked: pictures !== undefined,
  });
}
