import { decodeEscapedBase64 } from '@semblance/wire/base64';
import { growTo, startModule } from '../../web-assembly.ts';
import type { LinearMemory } from '../../web-assembly.ts';
import { formBase64 } from './generated/form-base64.ts';

/** Loops of `form-base64.wat`, where each is described; addresses are bytes of the memory. */
interface FormBase64 {
  readonly memory: LinearMemory;
  unescape(from: number, end: number, to: number): number;
  decode(from: number, end: number): number;
}

const vectorBytes = 16;
const encodedAt = vectorBytes;
const [percent, equalsSign, letterA] = [0x25, 0x3d, 0x41];
/** Beyond it texts are decoded without the kernel, whose memory stays: no picture of the largest size is as long as this. */
const mostBytes = 8 << 20;

let shared: FormBase64 | undefined;

/**
 * Decodes Base64 as it stands in a form; the outcome is that of `decodeEscapedBase64`. What most clients send is passed over sixteen characters at a time:
 * padded, in the usual alphabet, with no escapes but of `+`, `/` and `=`. Everything else, and what is wrong, is left to that one.
 */
export function decodeFormBase64(
  encoded: Uint8Array,
  options: { readonly maxBytes: number },
): ReturnType<typeof decodeEscapedBase64> {
  const bytes = encoded.length > mostBytes ? undefined : decodeUsual(encoded);
  const isUsual = bytes !== undefined && bytes.length > 0 && bytes.length <= options.maxBytes;
  return isUsual ? { ok: true, value: { bytes, repairs: [] } } : decodeEscapedBase64(encoded, options);
}

function decodeUsual(encoded: Uint8Array): Uint8Array | undefined {
  const { end, padding } = findPadding(encoded);
  if (end === 0) return undefined;
  shared ??= startModule<FormBase64>(formBase64);
  const { memory, unescape, decode } = shared;
  growTo(memory, encodedAt + end + 2 * vectorBytes);
  const bytes = new Uint8Array(memory.buffer);
  bytes.set(end === encoded.length ? encoded : encoded.subarray(0, end), encodedAt);
  bytes.fill(0, encodedAt + end, encodedAt + end + vectorBytes);
  const characters = unescape(encodedAt, encodedAt + end, 0);
  const left = characters % 4;
  const isWhole = characters > 0 && left !== 1 && padding === (4 - left) % 4;
  if (!isWhole) return undefined;
  bytes.fill(letterA, characters, characters + vectorBytes);
  if (decode(0, characters) === 0) return undefined;
  const length = Math.floor((3 * characters) / 4);
  // The bits of the last character that are of no byte.
  return padding > 0 && bytes[length] !== 0 ? undefined : bytes.slice(0, length);
}

/** Where the padding begins, and how many `=` it has, each as it is or as `%3D`; two at most. */
function findPadding(encoded: Uint8Array): { readonly end: number; readonly padding: number } {
  let end = encoded.length;
  let padding = 0;
  while (padding < 2) {
    if (encoded[end - 1] === equalsSign) end -= 1;
    else if (isEscapedEqualsSign(encoded, end - 3)) end -= 3;
    else break;
    padding += 1;
  }
  return { end, padding };
}

function isEscapedEqualsSign(encoded: Uint8Array, at: number): boolean {
  return encoded[at] === percent && encoded[at + 1] === 0x33 && ((encoded[at + 2] ?? 0) | 0x20) === 0x64;
}
