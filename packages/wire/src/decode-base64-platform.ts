import { sextetOf } from './base64-alphabet.ts';

/** Decodes characters of the standard alphabet, without padding; `undefined` when there is any other character. */
export type Base64Decoder = (characters: Uint8Array) => Uint8Array | undefined;

interface Platform {
  readonly Buffer?: {
    from(bytes: ArrayBufferLike, offset: number, length: number): { latin1Slice(): string };
    from(text: string, encoding: 'base64'): Uint8Array;
  };
  readonly Uint8Array: { readonly fromBase64?: (text: string) => Uint8Array };
}

const platform = globalThis as unknown as Platform;
const ascii = new TextDecoder('latin1');

/** The fastest decoder this platform has. */
export const decodeOnPlatform: Base64Decoder = chooseDecoder();

function chooseDecoder(): Base64Decoder {
  if (platform.Uint8Array.fromBase64 !== undefined) return decodeWithUint8Array;
  return platform.Buffer === undefined ? decodePortably : decodeWithBuffer;
}

/** Number of bytes that `length` unpadded characters encode. */
export function decodedLength(length: number): number {
  return Math.floor((length * 3) / 4);
}

/** `Uint8Array.fromBase64` refuses foreign characters but skips white space, which shows in a result that is too short. */
export function decodeWithUint8Array(characters: Uint8Array): Uint8Array | undefined {
  try {
    const bytes = platform.Uint8Array.fromBase64?.(toText(characters));
    return bytes?.length === decodedLength(characters.length) ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Node's `Buffer` skips foreign characters, which shows in a shorter result, and accepts `-` and `_`, so the text is searched for those. */
export function decodeWithBuffer(characters: Uint8Array): Uint8Array | undefined {
  const bytes = platform.Buffer?.from(toText(characters), 'base64');
  if (bytes?.length !== decodedLength(characters.length)) return undefined;
  return characters.includes(0x2d) || characters.includes(0x5f) ? undefined : bytes;
}

function toText(characters: Uint8Array): string {
  if (platform.Buffer === undefined) return ascii.decode(characters);
  return platform.Buffer.from(characters.buffer, characters.byteOffset, characters.byteLength).latin1Slice();
}

/** A plain loop, for platforms with neither. */
export const decodePortably: Base64Decoder = (characters) => {
  const bytes = new Uint8Array(decodedLength(characters.length));
  let bits = 0;
  let bitCount = 0;
  let written = 0;
  for (const character of characters) {
    const sextet = sextetOf[character] ?? 255;
    if (sextet === 255) return undefined;
    bits = ((bits & 0xff) << 6) | sextet;
    bitCount += 6;
    if (bitCount >= 8) {
      bitCount -= 8;
      bytes[written++] = bits >> bitCount;
    }
  }
  return bytes;
};
