import { sextetOf } from './base64-alphabet.ts';
import { refuse } from './base64-result.ts';
import type { Base64Decoding, Base64Failure, Base64FailureReason } from './base64-result.ts';
import { decodedLength, decodeOnPlatform } from './decode-base64-platform.ts';
import type { Base64Decoder } from './decode-base64-platform.ts';
import { repairBase64 } from './repair-base64.ts';
import type { RepairedText } from './repair-base64.ts';

/** The size limit and, for tests, the decoder. */
export interface DecodeBase64Options {
  /** Most bytes the decoded data may have; a longer text is refused before it is decoded. */
  readonly maxBytes: number;
  /** Default: the fastest the platform has. */
  readonly decoder?: Base64Decoder | undefined;
}

type BoundDecoder = { readonly maxBytes: number; readonly decoder: Base64Decoder };

const equalsSign = 0x3d;
const utf8 = new TextEncoder();

/**
 * Decodes standard Base64 (RFC 4648, section 4) strictly, apart from three repairs that the result names: spaces become `+` again, CR and
 * LF are skipped, missing padding is added.
 *
 * Missing padding is accepted because the length determines it. Refused are the URL-safe alphabet, a `data:` prefix, any other foreign
 * character, misplaced or superfluous padding, and a last character with bits beyond the last byte, the sign of a text truncated in
 * transit.
 * @param text  the form-decoded value, as bytes or as text.
 */
export function decodeBase64(
  text: Uint8Array | string,
  { maxBytes, decoder = decodeOnPlatform }: DecodeBase64Options,
): Base64Decoding {
  const source = typeof text === 'string' ? utf8.encode(text) : text;
  if (source.length > 2 * encodedLength(maxBytes) + 64) return tooLarge(maxBytes);
  const asIs = decodeCharacters({ characters: source, repairs: [] }, { maxBytes, decoder });
  if (asIs.ok || !repairable.has(asIs.failure.reason)) return asIs;
  const repaired = repairBase64(source);
  return repaired.repairs.length === 0 ? asIs : decodeCharacters(repaired, { maxBytes, decoder });
}

/** Failures that a space or a line break can cause. Searching for those costs more than decoding, so it is done only after such a failure. */
const repairable: ReadonlySet<Base64FailureReason> = new Set([
  'bad-character',
  'bad-padding',
  'too-large',
  'truncated',
]);

function decodeCharacters({ characters, repairs }: RepairedText, { maxBytes, decoder }: BoundDecoder): Base64Decoding {
  if (characters.length === 0) return refuse('empty', 'The text is empty.');
  const padding = countPadding(characters);
  const data = characters.subarray(0, characters.length - padding);
  const tooMany = decodedLength(data.length) > maxBytes;
  if (tooMany && firstForeign(data) === -1) return tooLarge(maxBytes);
  // A single character in the last group is never valid, and would hide a foreign character that a decoder skipped.
  const bytes = tooMany || data.length % 4 === 1 ? undefined : decoder(data);
  if (bytes === undefined) return { ok: false, failure: explainForeign(data) };
  const fault = lengthFault(data, padding);
  if (fault !== undefined) return { ok: false, failure: fault };
  const unpadded = padding === 0 && data.length % 4 !== 0;
  return { ok: true, value: { bytes, repairs: unpadded ? [...repairs, 'padding'] : repairs } };
}

function encodedLength(bytes: number): number {
  return 4 * Math.ceil(bytes / 3);
}

function tooLarge(maxBytes: number): Base64Decoding {
  return refuse('too-large', `The data has more than ${maxBytes} bytes.`);
}

/** Number of `=` at the end, counted up to 3 so that too many are noticed. */
function countPadding(characters: Uint8Array): number {
  let count = 0;
  while (count < 3 && characters[characters.length - 1 - count] === equalsSign) count += 1;
  return count;
}

function lengthFault(data: Uint8Array, padding: number): Base64Failure | undefined {
  const remainder = data.length % 4;
  if (remainder === 1)
    return { reason: 'truncated', detail: 'The text is cut off: its last group has a single character.' };
  const expected = (4 - remainder) % 4;
  if (padding !== 0 && padding !== expected)
    return { reason: 'bad-padding', detail: `The text ends in ${padding} "=" where ${expected} belong.` };

  const unusedBits = remainder === 2 ? 15 : remainder === 3 ? 3 : 0;
  if (((sextetOf[data.at(-1) ?? 0] ?? 0) & unusedBits) === 0) return undefined;
  return {
    reason: 'truncated',
    detail: 'The text is cut off or altered: its last character holds bits that belong to no byte.',
  };
}

/** Whether a text looks like a file path, short and with an extension: `photo.jpg`, `@photo.jpg`, `C:\\photo.jpg`. */
function isPath(data: Uint8Array): boolean {
  return data.length < 1024 && /\.[a-z0-9]{2,5}$/i.test(new TextDecoder().decode(data));
}

function firstForeign(data: Uint8Array): number {
  for (let at = 0; at < data.length; at += 1) if (sextetOf[data[at] ?? 0] === 255) return at;
  return -1;
}

/** Explains the first character outside the alphabet; without one, the length is wrong. */
function explainForeign(data: Uint8Array): Base64Failure {
  const position = firstForeign(data);
  if (position === -1)
    return { reason: 'truncated', detail: 'The text is cut off: its last group has a single character.' };
  const character = data[position] ?? 0;
  const start = new TextDecoder().decode(data.subarray(0, 5)).toLowerCase();
  if (start === 'data:')
    return { reason: 'data-url', detail: 'A data URL was sent: send what follows "base64," only.' };
  if (character === 0x2d || character === 0x5f) {
    return {
      reason: 'url-safe-alphabet',
      detail: 'The URL-safe alphabet ("-", "_") was used: use the standard one ("+", "/").',
    };
  }
  if (character === equalsSign)
    return { reason: 'bad-padding', detail: `"=" stands at character ${position}, before the end.` };
  if (character >= 0x80 || character === 0)
    return { reason: 'bad-character', detail: "These are the file's own bytes: encode them as Base64 first." };
  if (isPath(data))
    return { reason: 'bad-character', detail: "A file's name was sent: send its bytes, encoded as Base64." };
  const code = character.toString(16).padStart(2, '0');
  return { reason: 'bad-character', detail: `Character ${position} (byte 0x${code}) is not of the Base64 alphabet.` };
}
