import { uint8 } from '../byte-order.ts';
import { structureLimits } from '../structure-limits.ts';

/** The six kinds by their second character: P1–P3 are text, P4–P6 binary; bitmap, grey map, pixel map. */
export type PnmKind = 1 | 2 | 3 | 4 | 5 | 6;

/** Position and encoding of a PNM's samples. */
export interface PnmLayout {
  readonly kind: PnmKind;
  readonly width: number;
  readonly height: number;
  /** The sample that means white (P1 and P4: 1, and 1 means black). 1 – 65,535. */
  readonly maxSample: number;
  /** Samples per pixel: 3 for P3 and P6, else 1. */
  readonly channels: 1 | 3;
  readonly samplesAt: number;
}

/** Why a PNM header cannot be read. */
export type PnmProblem = 'header-cut-off' | 'header-invalid';

/**
 * Reads the header of a portable bitmap, grey map or pixel map. Comments are allowed anywhere between its fields.
 *
 * @source Netpbm manual, "pbm", "pgm", "ppm" format specifications.
 */
export function readPnmLayout(bytes: Uint8Array): PnmLayout | PnmProblem {
  const kind = pnmKind(bytes);
  if (kind === undefined) return 'header-invalid';

  const isBitmap = kind === 1 || kind === 4;
  const fields: number[] = [];
  let at = 2;
  while (fields.length < (isBitmap ? 2 : 3)) {
    const field = readField(bytes, at);
    if (typeof field === 'string') return field;

    fields.push(field.value);
    at = field.endAt;
  }
  const [width = 0, height = 0, maxSample = 1] = fields;
  // Exactly one white-space byte separates the last field from binary samples.
  const samplesAt = Math.min(bytes.length, at + 1);
  const isLegal = maxSample >= 1 && maxSample <= 65_535;
  return isLegal
    ? { kind, width, height, maxSample, channels: kind === 3 || kind === 6 ? 3 : 1, samplesAt }
    : 'header-invalid';
}

/** 1–6 if the bytes start with `P1`–`P6`. */
export function pnmKind(bytes: Uint8Array): PnmKind | undefined {
  const digit = uint8(bytes, 1) - 48;
  return bytes[0] === 0x50 && isKind(digit) ? digit : undefined;
}

/** Space, tab, line feed, vertical tab, form feed, carriage return. */
export function isPnmWhiteSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function isKind(digit: number): digit is PnmKind {
  return digit >= 1 && digit <= 6;
}

function readField(bytes: Uint8Array, from: number): { value: number; endAt: number } | PnmProblem {
  const start = skipSpaceAndComments(bytes, from);
  if (start >= structureLimits.maxPnmHeaderBytes || start === from)
    return start >= bytes.length ? 'header-cut-off' : 'header-invalid';

  let value = 0;
  let at = start;
  while (isDigit(uint8(bytes, at)) && at - start < 10) {
    value = value * 10 + uint8(bytes, at) - 48;
    at += 1;
  }
  if (at >= bytes.length) return 'header-cut-off';

  const isEnded = isPnmWhiteSpace(uint8(bytes, at)) || uint8(bytes, at) === 0x23;
  return at > start && isEnded ? { value, endAt: at } : 'header-invalid';
}

function skipSpaceAndComments(bytes: Uint8Array, from: number): number {
  const end = Math.min(bytes.length, structureLimits.maxPnmHeaderBytes);
  let at = from;
  while (at < end) {
    if (uint8(bytes, at) === 0x23) at = endOfLine(bytes, at, end);
    else if (isPnmWhiteSpace(uint8(bytes, at))) at += 1;
    else return at;
  }
  return at;
}

function endOfLine(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && uint8(bytes, at) !== 0x0a && uint8(bytes, at) !== 0x0d) at += 1;

  return at;
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}
