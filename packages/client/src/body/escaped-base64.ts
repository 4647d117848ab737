import { encodeBase64 } from '@semblance/wire/base64';

const utf8 = new TextEncoder();

/** First sextet whose character (`+`) has to be escaped in a form; the other is `/`. */
const PLUS = 62;

/**
 * Bytes that `writeEscapedBase64` will write: four for every three of the file, and two more for each `+`, `/` and `=`.
 * Counted on the file itself, so that nothing has to be encoded to find out that it is too much.
 */
export function escapedBase64Length(bytes: Uint8Array): number {
  return 4 * Math.ceil(bytes.length / 3) + 2 * countEscaped(bytes);
}

/**
 * Writes a file as Base64, escaped for a form, and returns the position behind it.
 *
 * The platform's encoder writes plain Base64 to the front; then the text is moved to its place from the end, characters being
 * escaped on the way. That takes no second buffer, and half the time of escaping a string.
 * @param output  has `escapedBase64Length(bytes)` bytes of room from `offset` on.
 */
export function writeEscapedBase64(bytes: Uint8Array, output: Uint8Array, offset: number): number {
  const { written } = utf8.encodeInto(encodeBase64(bytes), output.subarray(offset));
  const end = offset + escapedBase64Length(bytes);
  let source = offset + written - 1;
  let target = end - 1;
  while (source < target) {
    const character = output[source--] ?? 0;
    const isPlain = character >= 0x30 && character !== 0x3d;
    output[target--] = isPlain ? character : lowDigit(character);
    if (!isPlain) {
      output[target--] = character === 0x3d ? 0x33 : 0x32;
      output[target--] = 0x25;
    }
  }
  return end;
}

/** Second hexadecimal digit of `+` (2B), `/` (2F) and `=` (3D). */
function lowDigit(character: number): number {
  return character === 0x2b ? 0x42 : character === 0x2f ? 0x46 : 0x44;
}

function countEscaped(bytes: Uint8Array): number {
  const padding = (3 - (bytes.length % 3)) % 3;
  let count = padding;
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    if (group >>> 18 >= PLUS) count += 1;
    if (((group >> 12) & 63) >= PLUS) count += 1;
    if (((group >> 6) & 63) >= PLUS) count += 1;
    if ((group & 63) >= PLUS) count += 1;
  }
  return count;
}
