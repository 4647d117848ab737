import { headerMap, headerValue } from './received-request.ts';
import type { HeaderFields } from './received-request.ts';

/** `V3`: header signature, `ACS3-…`. `V1`: signature among the parameters. */
export type Dialect = 'V3' | 'V1';

/**
 * The dialect of a request: V3 when its `Authorization` begins with `ACS3-`, otherwise V1, also when it is unsigned. `x-acs-*` headers do
 * not count, as V1 clients send them too, unsigned.
 */
export function detectDialect(headers: HeaderFields): Dialect {
  return /^ACS3-/i.test(headerValue(headerMap(headers), 'authorization') ?? '') ? 'V3' : 'V1';
}
