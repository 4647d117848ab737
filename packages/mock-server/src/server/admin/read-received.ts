import { nearestName } from '@semblance/wire/nearest-name';
import { describeEntry } from '../../record/describe-entry.ts';
import type { JournalEntry } from '../../record/journal-entry.ts';
import type { Journal } from '../../record/journal.ts';
import { shorthands } from '../../record/match-entry.ts';
import type { EntryPattern } from '../../record/match-entry.ts';

/** Answer of verification over HTTP. */
export interface Received {
  /** Whether the count is as expected; true without an expectation. */
  readonly ok: boolean;
  /** Number of matching requests. */
  readonly count: number;
  /** Number of all requests. */
  readonly of: number;
  /** The expectation and what was received, if they differ. */
  readonly message?: string;
  /** The matching requests, newest last; at most `limit`, default 100. */
  readonly entries: readonly JournalEntry[];
}

/**
 * Properties of an entry that a query may name, nested ones after a dot; `code`, `status` and `scenario` are those of the reply. A property
 * of entries that is missing here does not compile.
 */
const properties: Readonly<Record<Exclude<keyof EntryPattern, 'receivedAtMs' | 'fields'>, true>> = {
  number: true,
  session: true,
  requestId: true,
  method: true,
  address: true,
  action: true,
  version: true,
  format: true,
  dialect: true,
  accessKeyId: true,
  instanceName: true,
  parameterNames: true,
  headers: true,
  bodyBytes: true,
  primary: true,
  secondary: true,
  signature: true,
  reply: true,
  violations: true,
  code: true,
  status: true,
  scenario: true,
};
const propertyNames = Object.keys(properties);
const expectations = ['times', 'atLeast', 'atMost'] as const;
const settings: ReadonlySet<string> = new Set([...expectations, 'limit', 'session']);

/**
 * Counts the requests that have every property of a query such as `code=DeniedRequest&primary.format=png&instanceName=demo*&times=2`. `*`
 * matches any text.
 * @throws TypeError for an unknown property or a count that is not a number.
 */
export function readReceived(journal: Journal, query: URLSearchParams): Received {
  const wanted = [...query].filter(([name]) => !settings.has(name));
  for (const [name] of wanted) checkProperty(name);
  const entries = journal.entries();
  const matching = entries.filter((entry) => wanted.every(([name, text]) => matches(valueAt(entry, name), text)));
  const message = unmet(matching.length, query);
  const limit = countOf(query, 'limit') ?? 100;
  return {
    ok: message === undefined,
    count: matching.length,
    of: entries.length,
    ...(message === undefined
      ? {}
      : { message: [message, 'Received:', ...entries.slice(-10).map(describeEntry)].join('\n') }),
    entries: limit === 0 ? [] : matching.slice(-limit),
  };
}

function checkProperty(name: string): void {
  const [start = ''] = name.split('.');
  if (Object.hasOwn(properties, start)) return;
  const near = nearestName(start, [...propertyNames, ...settings]);
  const hint = near === undefined ? `They have ${propertyNames.join(', ')}.` : `Did you mean "${near}"?`;
  throw new TypeError(`Requests have no property "${start}". ${hint}`);
}

function valueAt(entry: JournalEntry, path: string): unknown {
  const [start = '', ...rest] = path.split('.');
  const source: unknown = shorthands.has(start) ? entry.reply : entry;
  return [start, ...rest].reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined,
    source,
  );
}

function matches(value: unknown, text: string): boolean {
  if (Array.isArray(value)) return value.some((part) => matches(part, text));
  const pattern = text.split('*').map((part) => part.replaceAll(/[$()+.?[\\\]^{|}]/g, String.raw`\$&`));
  return new RegExp(`^${pattern.join('.*')}$`, 's').test(value === undefined || value === null ? '' : String(value));
}

function unmet(count: number, query: URLSearchParams): string | undefined {
  const [times, atLeast, atMost] = expectations.map((name) => countOf(query, name));
  const isMet = (times ?? count) === count && count >= (atLeast ?? 0) && count <= (atMost ?? count);
  if (isMet) return undefined;
  const wanted = expectations.flatMap((name) => (query.has(name) ? [`${name} ${query.get(name)}`] : []));
  return `Expected ${wanted.join(' and ')} such requests, but there were ${count}.`;
}

function countOf(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new TypeError(`${name} is a whole number, not "${text}".`);
  return Number(text);
}
