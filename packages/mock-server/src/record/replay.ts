import type { RecordedCase, RecordedRequest, RecordedResponse } from './recorded-case.ts';

/** A recorded answer, or why there is none. */
export type Replay =
  | { readonly ok: true; readonly response: RecordedResponse }
  | { readonly ok: false; readonly detail: string };

/** Finds the answer recorded for a request; `undefined` without a replay. */
export type ReplayLookup = (request: () => RecordedRequest) => Replay | undefined;

/** Makes a lookup in which the same contents get the same answer in any order. The last of several cases for one request counts. */
export function createReplayLookup(cases: readonly RecordedCase[] | undefined): ReplayLookup {
  if (cases === undefined) return () => undefined;
  const answers = new Map(cases.map(({ request, response }) => [textOf(request), response]));
  return (request) => {
    const wanted = request();
    const response = answers.get(textOf(wanted));
    return response === undefined ? { ok: false, detail: explainMiss(wanted, cases) } : { ok: true, response };
  };
}

const parts = ['action', 'instanceName', 'format', 'primary', 'secondary'] as const;

function textOf(request: RecordedRequest): string {
  return JSON.stringify(parts.map((part) => request[part] ?? null));
}

/** Describes the case that differs least. */
function explainMiss(wanted: RecordedRequest, cases: readonly RecordedCase[]): string {
  const differences = cases.map(({ request }) => parts.filter((part) => request[part] !== wanted[part]));
  const nearest = differences.reduce<(typeof parts)[number][] | undefined>(
    (best, next) => (best === undefined || next.length < best.length ? next : best),
    undefined,
  );
  const start = `Nothing was recorded for this request; there are ${cases.length} cases.`;
  if (nearest === undefined || nearest.length === parts.length) return start;
  const index = differences.indexOf(nearest);
  const told = nearest.map((part) => `${part} ${short(cases[index]?.request[part])} instead of ${short(wanted[part])}`);
  return `${start} The nearest, number ${index + 1}, has ${told.join(', ')}.`;
}

function short(value: string | undefined): string {
  return value === undefined ? 'none' : value.slice(0, 20);
}
