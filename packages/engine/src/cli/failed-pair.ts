import type { Failure, FailureReason } from '../compare/failure.ts';

/** What is known of failures that are nobody's picture's fault, and so carry no detail. */
const words: Partial<Record<FailureReason | 'refused', string>> = {
  'deadline-passed': 'it was not compared in time',
  'extraction-timed-out': 'it was not compared in time',
  'worker-died': 'the process that compared it ended',
  'worker-silent': 'the process that compared it no longer answered',
  'worker-disconnected': 'the process that compared it was lost',
};

/** Says for a person at the terminal which picture of a pair failed, and why. */
export function describeFailure(failure: Failure, [primary, secondary]: readonly [string, string]): string {
  const both = `${primary}, ${secondary}`;
  const file = failure.which === 'secondary' ? secondary : failure.which === 'primary' ? primary : both;
  return `${file}: ${failure.detail ?? words[failure.reason] ?? 'the comparison failed'}`;
}
