import { expect, test } from 'vitest';
import { nextDirectoryAt, readDirectory, readTiffLayout } from '../src/metadata/tiff-directory.ts';

/** A little-endian header of that version, with its directory at `at`. */
function header(version: 42 | 43, at: number): Uint8Array {
  const bytes = Buffer.alloc(version === 42 ? 8 : 16);
  bytes.write('II', 'latin1');
  bytes.writeUInt16LE(version, 2);
  if (version === 42) bytes.writeUInt32LE(at, 4);
  else bytes.writeBigUInt64LE(BigInt(at), 8);
  return bytes;
}

test.each([42, 43] as const)(
  'a header of version %d is read where it is whole, and not where its last byte is missing',
  (version) => {
    const whole = header(version, 40);
    expect(readTiffLayout(whole)).toEqual({ order: 'little', big: version === 43, firstDirectoryAt: 40 });
    expect(readTiffLayout(whole.subarray(0, -1))).toBeUndefined();
  },
);

/** A header and a directory of one entry at offset 8, then that many bytes for the offset of the next. */
function withNext(big: boolean, nextBytes: number): Uint8Array {
  const bytes = Buffer.alloc(8 + (big ? 8 + 20 : 2 + 12) + nextBytes);
  if (big) bytes.writeBigUInt64LE(1n, 8);
  else bytes.writeUInt16LE(1, 8);
  bytes.fill(7, bytes.length - nextBytes, bytes.length - nextBytes + Math.min(1, nextBytes));
  return bytes;
}

test.each([
  [false, 4],
  [true, 8],
])('the offset of the next directory is read where it is whole, and is 0 otherwise: big %s', (big, nextBytes) => {
  const layout = { order: 'little', big, firstDirectoryAt: 8 } as const;
  expect(nextDirectoryAt(withNext(big, nextBytes), layout, 8)).toBe(7);
  expect(nextDirectoryAt(withNext(big, nextBytes - 1), layout, 8)).toBe(0);
  expect(readDirectory(withNext(big, 0), layout, 8)?.entries).toHaveLength(1);
  expect(readDirectory(withNext(big, 0).subarray(0, -1), layout, 8)).toBeUndefined();
});

test('no directory begins in the header', () => {
  const layout = { order: 'little', big: false, firstDirectoryAt: 7 } as const;
  expect(readDirectory(Buffer.alloc(40), layout, 7)).toBeUndefined();
  expect(readDirectory(Buffer.alloc(40), layout, 8)?.entries).toEqual([]);
});
