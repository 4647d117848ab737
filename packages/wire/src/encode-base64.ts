import { ALPHABET } from './base64-alphabet.ts';

interface NativeEncoders {
  readonly Buffer?: {
    from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64'): string };
  };
}

/**
 * Standard Base64 with padding, by the platform where it can (`Uint8Array.prototype.toBase64`, Node's `Buffer`), otherwise by a loop.
 */
export function encodeBase64(bytes: Uint8Array): string {
  const native = (bytes as { toBase64?: () => string }).toBase64;
  if (native !== undefined) return native.call(bytes);
  const { Buffer } = globalThis as NativeEncoders;
  if (Buffer !== undefined) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return encodeBase64Portable(bytes);
}

/** The loop, for browsers without `toBase64`. 3 bytes give 4 characters; text is put together in pieces that fit a call's arguments. */
export function encodeBase64Portable(bytes: Uint8Array): string {
  const output = new Uint8Array(4 * Math.ceil(bytes.length / 3)).fill(0x3d);
  for (let source = 0, target = 0; source < bytes.length; source += 3, target += 4) {
    const group = ((bytes[source] ?? 0) << 16) | ((bytes[source + 1] ?? 0) << 8) | (bytes[source + 2] ?? 0);
    const characters = Math.min(bytes.length - source, 3) + 1;
    for (let index = 0; index < characters; index += 1) {
      output[target + index] = ALPHABET.charCodeAt((group >> (18 - 6 * index)) & 63);
    }
  }
  return new TextDecoder().decode(output);
}
