import { sextetOf } from './base64-alphabet.ts';
import type { Base64Decoding } from './base64-result.ts';
import { decodeBase64 } from './decode-base64.ts';
import type { DecodeBase64Options } from './decode-base64.ts';
import { decodedLength } from './decode-base64-platform.ts';
import { hexValue, unescapeForm } from './unescape-form.ts';

const percent = 0x25;
const plus = 0x2b;
const equalsSign = 0x3d;
/** What no character of the alphabet stands for. */
const foreign = 255;

/** As `sextetOf`, but of a form's bytes: there `+` is a space. */
const formSextetOf: Uint8Array = sextetOf.slice();
formSextetOf[plus] = foreign;

/**
 * Decodes Base64 as it stands in a form, escapes and all: the outcome is that of `decodeBase64` on the unescaped value, but an orderly text is
 * passed over once, with nothing between it and the result. Anything else is left to `decodeBase64`, which says what is wrong with it.
 * @param encoded  a form field's value as it was sent.
 */
export function decodeEscapedBase64(encoded: Uint8Array, options: DecodeBase64Options): Base64Decoding {
  const bytes = decodeOrderly(encoded, options.maxBytes);
  if (bytes !== undefined) return { ok: true, value: { bytes, repairs: [] } };
  return decodeBase64(unescapeForm(encoded), options);
}

/** The bytes of canonical, padded Base64 below the bound; `undefined` for anything else. */
function decodeOrderly(encoded: Uint8Array, maxBytes: number): Uint8Array | undefined {
  const { end, padding } = findPadding(encoded);
  // An escape is three bytes for one character: whatever is larger than this is too large.
  if (end === 0 || decodedLength(end) > 3 * maxBytes) return undefined;
  const output = new Uint8Array(decodedLength(end));
  let [at, written, bits, count] = [0, 0, 0, 0];
  while (at < end) {
    const group = count === 0 && at + 4 <= end ? plainGroup(encoded, at) : -1;
    if (group === -1) {
      const isEscape = encoded[at] === percent;
      const sextet = isEscape ? sextetOf[escapedAt(encoded, at)] : formSextetOf[encoded[at] ?? 0];
      if (sextet === undefined || sextet === foreign) return undefined;
      at += isEscape ? 3 : 1;
      bits = (bits << 6) | sextet;
      count += 1;
    } else {
      at += 4;
      bits = group;
      count = 4;
    }
    if (count === 4) {
      output[written] = bits >> 16;
      output[written + 1] = bits >> 8;
      output[written + 2] = bits;
      written += 3;
      bits = 0;
      count = 0;
    }
  }
  // What is left over are the one or two bytes that padding stands for; their last character has bits of no byte.
  const unused = [0, 0, 4, 2][count];
  if (unused === undefined || padding !== (4 - count) % 4 || (bits & ((1 << unused) - 1)) !== 0) return undefined;
  bits >>= unused;
  for (let byte = count - 2; byte >= 0; byte -= 1) output[written++] = bits >> (8 * byte);
  return written > maxBytes ? undefined : output.subarray(0, written);
}

/** The 24 bits of four characters none of which is escaped; -1 where they are no such four. */
function plainGroup(encoded: Uint8Array, at: number): number {
  const first = formSextetOf[encoded[at] ?? 0] ?? foreign;
  const second = formSextetOf[encoded[at + 1] ?? 0] ?? foreign;
  const third = formSextetOf[encoded[at + 2] ?? 0] ?? foreign;
  const fourth = formSextetOf[encoded[at + 3] ?? 0] ?? foreign;
  if ((first | second | third | fourth) > 63) return -1;
  return (first << 18) | (second << 12) | (third << 6) | fourth;
}

/** Where the padding begins, and how many `=` it has, each as it is or as `%3D`; two at most. */
function findPadding(encoded: Uint8Array): { readonly end: number; readonly padding: number } {
  let end = encoded.length;
  let padding = 0;
  while (padding < 2) {
    if (encoded[end - 1] === equalsSign) end -= 1;
    else if (escapedAt(encoded, end - 3) === equalsSign) end -= 3;
    else break;
    padding += 1;
  }
  return { end, padding };
}

/** The byte an escape stands for; -1 where there is none. */
function escapedAt(encoded: Uint8Array, at: number): number {
  if (encoded[at] !== percent) return -1;
  const high = hexValue[encoded[at + 1] ?? 0] ?? foreign;
  const low = hexValue[encoded[at + 2] ?? 0] ?? foreign;
  return (high | low) > 15 ? -1 : (high << 4) | low;
}
