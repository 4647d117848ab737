const percent = 0x25;
const hexDigits = new TextEncoder().encode('0123456789ABCDEF');

/** 1 for every byte that percent-encoding keeps: `A–Z a–z 0–9 - _ . ~`. */
export const unreserved: Uint8Array = new Uint8Array(256).map((_, byte) =>
  /[A-Za-z0-9\-_.~]/.test(String.fromCharCode(byte)) ? 1 : 0,
);

/** How often a text is percent-encoded: twice in a V1 string to sign, where `%2B` becomes `%252B`. */
export type Times = 1 | 2;

/** Length of an escaped byte: `%XX` or `%25XX`. */
export function escapeLength(times: Times): number {
  return times === 1 ? 3 : 5;
}

/** First and second hex digit of each byte. */
const highDigit: Uint8Array = new Uint8Array(256).map((_, byte) => hexDigits[byte >> 4] ?? 0);
const lowDigit: Uint8Array = new Uint8Array(256).map((_, byte) => hexDigits[byte & 15] ?? 0);

/** A buffer and the position in it. One object serves a whole message: allocating one per escape would cost more than escaping. */
export class EscapeWriter {
  /** Bytes written so far. */
  offset = 0;
  readonly bytes: Uint8Array;

  constructor(length: number) {
    this.bytes = new Uint8Array(length);
  }

  /** Writes bytes unchanged. */
  copy(bytes: Uint8Array): void {
    this.bytes.set(bytes, this.offset);
    this.offset += bytes.length;
  }

  /** Writes one byte, percent-encoded unless it is unreserved. */
  escape(byte: number, times: Times): void {
    const { bytes } = this;
    let { offset } = this;
    if (unreserved[byte] === 1) {
      bytes[offset++] = byte;
    } else {
      bytes[offset++] = percent;
      if (times === 2) {
        bytes[offset++] = 0x32;
        bytes[offset++] = 0x35;
      }
      bytes[offset++] = highDigit[byte] ?? 0;
      bytes[offset++] = lowDigit[byte] ?? 0;
    }
    this.offset = offset;
  }
}
