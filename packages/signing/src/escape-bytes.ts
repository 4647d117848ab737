const PERCENT = 0x25;
const HEX_DIGITS = new TextEncoder().encode('0123456789ABCDEF');

/** 1 at every byte that percent-encoding leaves alone: `A–Z a–z 0–9 - _ . ~`. */
export const UNRESERVED: Uint8Array = new Uint8Array(256).map((_, byte) =>
  /[A-Za-z0-9\-_.~]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** How often a text is percent-encoded: twice in a V1 string to sign, where `%2B` becomes `%252B`. */
export type Times = 1 | 2;

/** Where and how to write. */
export interface EscapeTarget {
  readonly bytes: Uint8Array;
  readonly offset: number;
  readonly times: Times;
}

/** Length of an escaped byte: `%XX` or `%25XX`. */
export function escapeLength(times: Times): number {
  return times === 1 ? 3 : 5;
}

/** Writes one byte as an escape; returns the offset after it. */
export function writeEscape(byte: number, { bytes, offset, times }: EscapeTarget): number {
  let position = offset;
  bytes[position++] = PERCENT;
  if (times === 2) {
    bytes[position++] = 0x32;
    bytes[position++] = 0x35;
  }
  bytes[position++] = HEX_DIGITS[byte >> 4] ?? 0;
  bytes[position++] = HEX_DIGITS[byte & 15] ?? 0;
  return position;
}
