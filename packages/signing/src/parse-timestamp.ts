import { formatTimestamp } from './timestamp.ts';

/**
 * Reads `YYYY-MM-DDThh:mm:ssZ` strictly: a date that does not exist (30 February) is refused, not rolled over.
 * @returns milliseconds since 1970, or `undefined`.
 */
export function parseTimestamp(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text)) return undefined;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return undefined;
  return formatTimestamp(new Date(milliseconds)) === text ? milliseconds : undefined;
}
