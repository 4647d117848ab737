import { escapeLength, unreserved } from './escape-bytes.ts';
import type { EscapeWriter, Times } from './escape-bytes.ts';

/** A stretch of form-encoded bytes, not yet decoded. */
export interface EncodedText {
  readonly bytes: Uint8Array;
  readonly start: number;
  readonly end: number;
}

const plus = 0x2b;
const percent = 0x25;
const space = 0x20;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Value of an ASCII hex digit, 255 for any other byte. */
const hexValue: Uint8Array = new Uint8Array(256).fill(255);
for (const digit of '0123456789abcdefABCDEF') hexValue[digit.charCodeAt(0)] = Number.parseInt(digit, 16);

/** The byte of a `%XX` escape at `index`, or -1 when there is no whole escape before `end`. */
function escapedByte(text: EncodedText, index: number): number {
  if (index + 2 >= text.end) return -1;
  const high = hexValue[text.bytes[index + 1] ?? 0] ?? 255;
  const low = hexValue[text.bytes[index + 2] ?? 0] ?? 255;
  return high === 255 || low === 255 ? -1 : high * 16 + low;
}

/** Decodes form encoding: `+` is a space, `%XX` a byte, the result is UTF-8; an invalid `%` is kept, invalid UTF-8 becomes U+FFFD. */
export function decodeText(text: EncodedText): string {
  const decoded = new Uint8Array(text.end - text.start);
  let length = 0;
  for (let index = text.start; index < text.end; index += 1) {
    let byte = text.bytes[index] ?? 0;
    if (byte === plus) {
      byte = space;
    } else if (byte === percent) {
      const escaped = escapedByte(text, index);
      if (escaped !== -1) {
        byte = escaped;
        index += 2;
      }
    }
    decoded[length] = byte;
    length += 1;
  }
  return utf8.decode(decoded.subarray(0, length));
}

/**
 * Length in bytes of the text after decoding and percent-encoding it `times` times. Bytes are encoded one by one and never as text, so that
 * two different byte sequences cannot share a signature.
 */
export function reencodedLength(text: EncodedText, times: Times): number {
  const escapedByteLength = escapeLength(times);
  let length = 0;
  for (let index = text.start; index < text.end; index += 1) {
    let byte = text.bytes[index] ?? 0;
    if (byte === percent) {
      const escaped = escapedByte(text, index);
      if (escaped !== -1) {
        byte = escaped;
        index += 2;
      }
    }
    length += unreserved[byte] === 1 ? 1 : escapedByteLength;
  }
  return length;
}

/** Writes the text, decoded and percent-encoded again; the writer must have `reencodedLength` bytes left. */
export function writeReencoded(text: EncodedText, writer: EscapeWriter, times: Times): void {
  for (let index = text.start; index < text.end; index += 1) {
    let byte = text.bytes[index] ?? 0;
    if (byte === plus) {
      byte = space;
    } else if (byte === percent) {
      const escaped = escapedByte(text, index);
      if (escaped !== -1) {
        byte = escaped;
        index += 2;
      }
    }
    writer.escape(byte, times);
  }
}
