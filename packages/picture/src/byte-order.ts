/** Byte order of multi-byte numbers. */
export type ByteOrder = 'little' | 'big';

/** The unsigned byte at `at`; 0 past the end, so that readers never get `undefined`. */
export function uint8(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

/** The unsigned 16-bit number at `at`; bytes past the end count as 0. */
export function uint16(bytes: Uint8Array, at: number, order: ByteOrder): number {
  const first = uint8(bytes, at);
  const second = uint8(bytes, at + 1);
  return order === 'little' ? first | (second << 8) : (first << 8) | second;
}

/** The unsigned 32-bit number at `at`; bytes past the end count as 0. */
export function uint32(bytes: Uint8Array, at: number, order: ByteOrder): number {
  const first = uint16(bytes, at, order);
  const second = uint16(bytes, at + 2, order);
  return order === 'little' ? first + second * 65_536 : first * 65_536 + second;
}

/** The signed 32-bit number at `at`; bytes past the end count as 0. */
export function int32(bytes: Uint8Array, at: number, order: ByteOrder): number {
  return Math.trunc(uint32(bytes, at, order)) | 0;
}

/** Whether the Latin-1 characters of `text` are at `at`. */
export function hasText(bytes: Uint8Array, text: string, at = 0): boolean {
  if (bytes.length < at + text.length) return false;

  for (let index = 0; index < text.length; index += 1) if (bytes[at + index] !== text.charCodeAt(index)) return false;

  return true;
}

/** `length` bytes from `at` as Latin-1 text, fewer at the end of the buffer. */
export function latin1(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  for (const byte of bytes.subarray(at, at + length)) text += String.fromCharCode(byte);

  return text;
}
