const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

/** Value of an ASCII hex digit, 255 for any other byte. */
const HEX_VALUE: Uint8Array = new Uint8Array(256).fill(255);
for (const digit of '0123456789abcdefABCDEF') HEX_VALUE[digit.charCodeAt(0)] = Number.parseInt(digit, 16);

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const utf8 = new TextEncoder();

/**
 * Decodes form-encoded bytes: `+` is a space, `%XX` a byte. A `%` without two hex digits stays, as the URL Standard
 * ("percent-decode") has it.
 *
 * What is UTF-8 before and after, and has no `+`, goes through the platform's `decodeURIComponent`: on pictures two thirds of the loop's
 * time. Everything else, broken escapes included, takes the loop; the result is the same.
 * @returns a view of the source when nothing is escaped, else a new array: do not write to it.
 */
export function unescapeForm(source: Uint8Array): Uint8Array {
  try {
    const text = strictUtf8.decode(source);
    const plus = text.includes('+');
    if (!plus && !text.includes('%')) return source;
    if (!plus) return utf8.encode(decodeURIComponent(text));
  } catch {
    // Not UTF-8, or a broken escape: the loop below takes any bytes.
  }
  return unescapeByLoop(source);
}

/** The loop by itself; exported for the test that compares the two. */
export function unescapeByLoop(source: Uint8Array): Uint8Array {
  const output = new Uint8Array(source.length);
  return output.subarray(0, unescapeInto(output, source));
}

/** One pass over up to 17 MB, so it is written with plain indices. Returns the output's length. */
function unescapeInto(output: Uint8Array, source: Uint8Array): number {
  const length = source.length;
  let written = 0;
  for (let index = 0; index < length; index += 1) {
    let byte = source[index] ?? 0;
    if (byte === PLUS) byte = SPACE;
    else if (byte === PERCENT && index + 2 < length) {
      const high = HEX_VALUE[source[index + 1] ?? 0] ?? 255;
      const low = HEX_VALUE[source[index + 2] ?? 0] ?? 255;
      if ((high | low) !== 255) {
        byte = (high << 4) | low;
        index += 2;
      }
    }
    output[written] = byte;
    written += 1;
  }
  return written;
}
