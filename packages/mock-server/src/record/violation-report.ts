import type { Violation } from '../answer/violation.ts';
import { describeEntry } from './describe-entry.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Journal } from './journal.ts';

/** A violation and its request. */
export interface SeenViolation extends Violation {
  /** Number of the request in its session, from 1. */
  readonly number: number;
}

/** Every violation in a journal, oldest first. */
export function violationsIn(journal: Journal): readonly SeenViolation[] {
  return journal.entries().flatMap(seenIn);
}

function seenIn({ number, violations }: JournalEntry): readonly SeenViolation[] {
  return violations.map((violation) => ({ number, ...violation }));
}

/**
 * Lists the violations of the code under test, for the end of a test run. `isExpected` excludes requests that tests send wrong on purpose.
 * @returns `undefined` when there is nothing to report.
 */
export function violationReport(
  recipient: { readonly journal: Journal },
  isExpected: (violation: SeenViolation, entry: JournalEntry) => boolean = () => false,
): string | undefined {
  const entries = recipient.journal.entries();
  const broken = entries
    .map((entry) => ({ entry, seen: seenIn(entry).filter((violation) => !isExpected(violation, entry)) }))
    .filter(({ seen }) => seen.length > 0);
  if (broken.length === 0) return undefined;
  const lines = broken.flatMap(({ entry, seen }) => [
    `  ${describeEntry(entry)}`,
    ...seen.map((violation) => `    ${describeViolation(violation)}`),
  ]);
  return [`${broken.length} of ${entries.length} requests break the contract:`, ...lines].join('\n');
}

/** `InvalidPicContent, PrimaryPicContent: …` */
export function describeViolation({ code, parameter, detail }: Violation): string {
  return `${parameter === undefined ? code : `${code}, ${parameter}`}: ${detail}`;
}
