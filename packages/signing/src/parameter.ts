/** One request parameter: name and value, decoded. */
export type Parameter = readonly [name: string, value: string];

/** Ascending by character code (UTF-16 unit), so capitals come before small letters: the order both signatures prescribe. */
export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
