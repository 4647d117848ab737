import type { Call } from '../call/call.ts';
import type { FaultName } from './fault-scenarios.ts';
import { applyFault } from './apply-fault.ts';
import type { MockReply } from './mock-reply.ts';
import type { Outcome } from './outcome.ts';
import { renderOutcome } from './render-outcome.ts';

/** Input of `writeReply`. */
export interface ReplyInput {
  readonly outcome: Outcome;
  readonly scenario: string | undefined;
  readonly fault: FaultName | undefined;
  readonly delayMs: number;
}

/** Writes the answer. If a scenario decided it, the header `x-mock-scenario` names the scenario and `x-simulated` marks the answer. */
export function writeReply(call: Call, { outcome, scenario, fault, delayMs }: ReplyInput): MockReply {
  const rendered = renderOutcome(outcome, call);
  const marks = scenario === undefined ? {} : { 'x-mock-scenario': scenario, 'x-simulated': '1' };
  const reply: MockReply = { ...rendered, headers: { ...rendered.headers, ...marks }, delayMs };
  return fault === undefined ? reply : applyFault(reply, fault);
}
