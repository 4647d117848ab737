import { errorCatalog } from '@semblance/spec/error-catalog';
import { adviceOnMissing } from '@semblance/wire';
import type { SignatureFinding } from '../answer/decided-call.ts';
import type { FailureOutcome } from '../answer/outcome.ts';
import type { Violation } from '../answer/violation.ts';
import type { Call } from '../call/call.ts';
import { checkRouting, checkTransport } from './check-gateway.ts';
import { checkName } from './check-instance.ts';
import { pictureFaults } from './check-pictures.ts';
import type { PictureCheckOptions } from './check-pictures.ts';

/** Input besides the call. */
export interface ViolationOptions extends PictureCheckOptions {
  /** Whether the instance's name is a scenario, which may be longer than names are. */
  readonly isScenarioName: boolean;
  readonly finding: SignatureFinding;
  /** Whether both pictures passed the checks before. */
  readonly arePicturesChecked: boolean;
}

/**
 * Finds all violations of the contract in a call, also when a scenario, a recording or chaos decided the answer. Refusals that depend on an
 * instance's state are not violations.
 */
export function findViolations(call: Call, options: ViolationOptions): readonly Violation[] {
  if (call.kind === 'post-object') return [];
  const gateway = checkTransport(call) ?? checkRouting(call);
  const found = [gateway, ...(gateway === undefined && call.kind === 'compare' ? compareFaults(call, options) : [])];
  const { finding } = options;
  const signature =
    finding.checked && !finding.ok ? [violation(finding.code as Violation['code'], finding.detail)] : [];
  return [...signature, ...found.flatMap((fault) => (fault === undefined ? [] : [ofFault(call, fault)]))];
}

interface Fault extends FailureOutcome {
  readonly parameter?: string | undefined;
}

function compareFaults(call: Call, options: ViolationOptions): readonly Fault[] {
  const name = options.isScenarioName ? undefined : checkName(call);
  const pictures = options.arePicturesChecked ? [] : pictureFaults(call, options);
  return [...(name === undefined ? [] : [{ ...name, parameter: 'InstanceName' }]), ...pictures];
}

function ofFault(call: Call, { code, detail, parameter }: Fault): Violation {
  const advice = adviceOnMissing(code, { names: call.parameters.names, bodyAdvice: call.bodyAdvice });
  return violation(code, advice ?? detail ?? errorCatalog[code].message, parameter);
}

function violation(code: Violation['code'], detail: string, parameter?: string): Violation {
  return { code, parameter, detail };
}
