interface NativeEncoders {
  readonly Buffer?: {
    from(bytes: ArrayBufferLike, offset: number, length: number): { toString(encoding: 'base64'): string };
  };
}

/**
 * Encodes standard Base64 with padding, with the platform's encoder where there is one (`Uint8Array.prototype.toBase64`, Node's `Buffer`),
 * otherwise with `btoa`.
 */
export function encodeBase64(bytes: Uint8Array): string {
  const native = (bytes as { toBase64?: () => string }).toBase64;
  if (native !== undefined) return native.call(bytes);
  const { Buffer } = globalThis as NativeEncoders;
  if (Buffer !== undefined) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  return encodeBase64Portable(bytes);
}

/** Bytes per call of `btoa`: a multiple of 3, so that only the last piece is padded. */
const pieceBytes = 24_576;

/** For browsers without `toBase64`. */
export function encodeBase64Portable(bytes: Uint8Array): string {
  const { btoa } = globalThis as unknown as { btoa: (binary: string) => string };
  let text = '';
  for (let start = 0; start < bytes.length; start += pieceBytes)
    text += btoa(String.fromCharCode(...bytes.subarray(start, start + pieceBytes)));

  return text;
}
