import type { Journal } from './journal.ts';
import { describeEntry } from './describe-entry.ts';
import type { EntryPattern } from './match-entry.ts';
import { violationReport } from './violation-report.ts';

/** Subject of assertions: a mock, a server, or a session of either. */
export interface Recipient {
  readonly journal: Journal;
}

/** Whether an assertion holds, and the message if that is unexpected. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Whether a matching request was received, at least once or exactly `times` times. */
export function checkReceived(recipient: Recipient, pattern: EntryPattern = {}, times?: number): MatcherResult {
  const { journal } = recipient;
  const count = journal.find(pattern).length;
  const pass = times === undefined ? count > 0 : count === times;
  const wanted = times === undefined ? 'at least one request' : `${times} request${times === 1 ? '' : 's'}`;
  return { pass, message: () => explain(journal, { count, wanted, pattern, pass }) };
}

interface Explanation {
  readonly count: number;
  readonly wanted: string;
  readonly pattern: EntryPattern;
  readonly pass: boolean;
}

function explain(journal: Journal, { count, wanted, pattern, pass }: Explanation): string {
  const entries = journal.entries();
  const lines = entries.slice(-10).map((entry) => `  ${describeEntry(entry)}`);
  const list = lines.length === 0 ? [nothing] : lines;
  return [
    `Expected the mock ${pass ? 'not ' : ''}to have received ${wanted} like ${describePattern(pattern)}, but ${count} of ${entries.length} matched.`,
    'Received:',
    ...list,
  ].join('\n');
}

/** Advice when calls do not reach the mock. */
const nothing =
  "  nothing. Is the client pointed at the mock, or are MSW's handlers in force? undici's own request() and fetch() go past MSW: see mockAgent().";

function describePattern(pattern: EntryPattern): string {
  return JSON.stringify(pattern, (_key, value: unknown) => {
    if (typeof value === 'function') return '[a test]';
    return value instanceof RegExp ? String(value) : value;
  });
}

/**
 * The assertion without a matcher, for node:test and other runners.
 * @throws Error that lists what was received.
 */
export function assertReceived(recipient: Recipient, pattern: EntryPattern = {}, times?: number): void {
  const { pass, message } = checkReceived(recipient, pattern, times);
  if (!pass) throw new Error(message());
}

/** Matchers for `expect.extend` of vitest and jest. */
export const matchers = {
  /** `expect(mock).toHaveReceived({ instanceName: 'demo', code: 0 })` */
  toHaveReceived(recipient: Recipient, pattern?: EntryPattern): MatcherResult {
    return checkReceived(recipient, pattern);
  },
  /** `expect(mock).toHaveReceivedTimes(2, { code: 'DeniedRequest' })` */
  toHaveReceivedTimes(recipient: Recipient, times: number, pattern?: EntryPattern): MatcherResult {
    return checkReceived(recipient, pattern, times);
  },
  /** `expect(mock).toKeepTheContract()` */
  toKeepTheContract(recipient: Recipient): MatcherResult {
    const report = violationReport(recipient);
    const message = (): string => report ?? 'Expected requests that break the contract, but all keep it.';
    return { pass: report === undefined, message };
  },
} as const;
