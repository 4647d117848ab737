const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

/** Value of an ASCII hex digit, 255 for any other byte. */
const HEX_VALUE: Uint8Array = new Uint8Array(256).fill(255);
for (const digit of '0123456789abcdefABCDEF') HEX_VALUE[digit.charCodeAt(0)] = Number.parseInt(digit, 16);

/**
 * Decodes form-encoded bytes: `+` is a space, `%XX` a byte. A `%` without two hex digits stays, as the URL Standard
 * ("percent-decode") has it.
 * @returns a view of the source when nothing is escaped, else a new array: do not write to it.
 */
export function unescapeForm(source: Uint8Array): Uint8Array {
  const first = firstEscape(source);
  if (first === -1) return source;
  const output = new Uint8Array(source.length);
  output.set(source.subarray(0, first));
  return output.subarray(0, unescapeFrom(source, output, first));
}

function firstEscape(source: Uint8Array): number {
  const percent = source.indexOf(PERCENT);
  const plus = source.indexOf(PLUS);
  return percent === -1 || plus === -1 ? Math.max(percent, plus) : Math.min(percent, plus);
}

/** The hot loop: one pass over up to 17 MB, so it is written with plain indices. Returns the output's length. */
function unescapeFrom(source: Uint8Array, output: Uint8Array, first: number): number {
  const length = source.length;
  let written = first;
  for (let index = first; index < length; index += 1) {
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
