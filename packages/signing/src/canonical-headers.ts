/** Header values by lower-case name, in the order received. */
export type HeaderMap = ReadonlyMap<string, readonly string[]>;

/**
 * Fourth part of the V3 canonical request: one line `name:value` and a line feed for each signed header.
 * Several values of one name are trimmed, sorted and joined by `,`.
 * @param signedNames  lower-case names in ascending order, as `SignedHeaders` lists them.
 */
export function canonicalHeaders(headers: HeaderMap, signedNames: readonly string[]): string {
  return signedNames.map((name) => `${name}:${joinValues(headers.get(name) ?? [])}\n`).join('');
}

function joinValues(values: readonly string[]): string {
  return values
    .map((value) => value.trim())
    .sort()
    .join(',');
}
