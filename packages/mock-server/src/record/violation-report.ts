import type { Violation } from '../answer/violation.ts';
import { describeEntry } from './describe-entry.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Journal } from './journal.ts';

/** A violation, and the request it was seen in. */
export interface SeenViolation extends Violation {
  /** Number of the request in its session, from 1. */
  readonly number: number;
}

/** Every violation in a journal, oldest first. */
export function violationsIn(journal: Journal): readonly SeenViolation[] {
  return journal
    .entries()
    .flatMap(({ number, violations }) => violations.map((violation) => ({ number, ...violation })));
}

/**
 * What the code under test sent that the contract forbids, for the end of a test run. Tests that send wrong requests on purpose say
 * so by `isExpected`.
 * @returns `undefined` when there is nothing to report.
 */
export function violationReport(
  recipient: { readonly journal: Journal },
  isExpected: (violation: SeenViolation, entry: JournalEntry) => boolean = () => false,
): string | undefined {
  const entries = recipient.journal.entries();
  const seen = entries.flatMap((entry) =>
    entry.violations
      .map((violation) => ({ number: entry.number, ...violation }))
      .filter((violation) => !isExpected(violation, entry))
      .map((violation) => ({ violation, entry })),
  );
  if (seen.length === 0) return undefined;
  const requests = new Set(seen.map(({ entry }) => entry)).size;
  const lines = [...new Set(seen.map(({ entry }) => entry))].flatMap((entry) => [
    `  ${describeEntry(entry)}`,
    ...seen.filter((one) => one.entry === entry).map(({ violation }) => `    ${describeViolation(violation)}`),
  ]);
  return [`${requests} of ${entries.length} requests break the contract:`, ...lines].join('\n');
}

/** `InvalidPicContent, PrimaryPicContent: …` */
export function describeViolation({ code, parameter, detail }: Violation): string {
  return `${parameter === undefined ? code : `${code}, ${parameter}`}: ${detail}`;
}
