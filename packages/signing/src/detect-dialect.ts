import { headerMap, headerValue } from './received-request.ts';
import type { HeaderFields } from './received-request.ts';

/** `V3`: header signature, `ACS3-…`. `V1`: signature among the parameters. */
export type Dialect = 'V3' | 'V1';

/**
 * The dialect a request is in: V3 when its `Authorization` begins with `ACS3-`, else V1, unsigned requests included.
 * V1 clients send `x-acs-*` headers as well, unsigned: those decide nothing.
 */
export function detectDialect(headers: HeaderFields): Dialect {
  return /^ACS3-/i.test(headerValue(headerMap(headers), 'authorization') ?? '') ? 'V3' : 'V1';
}
