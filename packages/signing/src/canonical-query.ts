import { compareText } from './parameter.ts';
import type { Parameter } from './parameter.ts';
import { percentEncode } from './percent-encode.ts';

/**
 * Third part of the V3 canonical request: parameters sorted by name, then by value, percent-encoded, `name=value` joined by `&`.
 * @param parameters  the URL's parameters, decoded; a parameter without a value has the empty string.
 * @returns   the empty string when there are no parameters.
 */
export function canonicalQuery(parameters: Iterable<Parameter>): string {
  return [...parameters]
    .sort((left, right) => compareText(left[0], right[0]) || compareText(left[1], right[1]))
    .map(([name, value]) => `${percentEncode(name)}=${percentEncode(value)}`)
    .join('&');
}
