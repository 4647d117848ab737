import type { HeaderMap } from './canonical-headers.ts';

/** Header fields as received: pairs in order, or values by name (Node's `headersDistinct`, not `headers`, which drops repeats). */
export type HeaderFields =
  | Iterable<readonly [name: string, value: string]>
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** A request exactly as it arrived, before any framework changed it. */
export interface ReceivedRequest {
  /** HTTP method, e.g. `POST`. */
  readonly method: string;
  /** Path and query of the request line, e.g. `/?Format=JSON`, not decoded. */
  readonly target: string;
  readonly headers: HeaderFields;
  /** Body bytes, transfer coding removed; empty when there is none. */
  readonly body: Uint8Array;
}

/** Collects fields by lower-case name, keeping repeats. */
export function headerMap(fields: HeaderFields): HeaderMap {
  const map = new Map<string, string[]>();
  for (const [name, value] of headerPairs(fields)) {
    const key = name.toLowerCase();
    const values = map.get(key);
    if (values === undefined) map.set(key, [value]);
    else values.push(value);
  }
  return map;
}

function* headerPairs(fields: HeaderFields): Generator<readonly [string, string]> {
  if (Symbol.iterator in fields) {
    yield* fields as Iterable<readonly [string, string]>;
    return;
  }
  for (const [name, values] of Object.entries(fields)) {
    if (typeof values === 'string') yield [name, values];
    else for (const value of values ?? []) yield [name, value];
  }
}

/** The first value of a header, trimmed; `undefined` when the header is absent. */
export function headerValue(headers: HeaderMap, name: string): string | undefined {
  return headers.get(name)?.[0]?.trim();
}

/** Splits a request target at its first `?`; the absolute form (`http://host/…`) is reduced to its path. */
export function splitTarget(target: string): { readonly path: string; readonly query: string } {
  const local = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '');
  const [withoutFragment = ''] = local.split('#', 1);
  const mark = withoutFragment.indexOf('?');
  const path = mark === -1 ? withoutFragment : withoutFragment.slice(0, mark);
  return { path: path === '' ? '/' : path, query: mark === -1 ? '' : withoutFragment.slice(mark + 1) };
}
