const percent = 0x25;
const plus = 0x2b;
const space = 0x20;

/** Value of an ASCII hex digit, 255 for any other byte. */
export const hexValue: Uint8Array = new Uint8Array(256).fill(255);
for (const digit of '0123456789abcdefABCDEF') hexValue[digit.charCodeAt(0)] = Number.parseInt(digit, 16);

/**
 * Decodes form-encoded bytes: `+` is a space, `%XX` a byte. A `%` without two hex digits is kept, as in the URL Standard
 * ("percent-decode").
 *
 * One pass over up to 17 MB, hence plain indices. `decodeURIComponent`, copying whole runs and reading four bytes at a time were measured
 * on pictures of 4 MB: none was faster on both Node 20 and Node 26.
 * @returns a view of the source when nothing is escaped, otherwise a new array; read only.
 */
export function unescapeForm(source: Uint8Array): Uint8Array {
  if (!source.includes(percent) && !source.includes(plus)) return source;
  const length = source.length;
  const output = new Uint8Array(length);
  let written = 0;
  for (let index = 0; index < length; index += 1) {
    let byte = source[index] ?? 0;
    if (byte === plus) {
      byte = space;
    } else if (byte === percent && index + 2 < length) {
      const high = hexValue[source[index + 1] ?? 0] ?? 255;
      const low = hexValue[source[index + 2] ?? 0] ?? 255;
      if ((high | low) !== 255) {
        byte = (high << 4) | low;
        index += 2;
      }
    }
    output[written] = byte;
    written += 1;
  }
  return output.subarray(0, written);
}
