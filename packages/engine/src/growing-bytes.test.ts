import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { GrowingBytes } from './growing-bytes.ts';

const sizes = fc.array(fc.integer({ min: 0, max: 90_000 }), { maxLength: 8 });

/** A piece as a socket gives it: memory of its own. */
function piece(size: number, value: number): Buffer {
  return Buffer.from(new Uint8Array(size).fill(value).buffer);
}

test('whatever was announced, the bytes are those that came, and no more than twice their room is taken', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 0, max: 500_000 }), (pieces, announced) => {
      const growing = new GrowingBytes(announced);
      for (const [at, size] of pieces.entries()) growing.add(piece(size, at + 1));
      const expected = Buffer.concat(pieces.map((size, at) => piece(size, at + 1)));
      expect(Buffer.compare(growing.bytes, expected)).toBe(0);
      expect(growing.bytes.buffer.byteLength).toBeLessThanOrEqual(Math.max(65_536, 2 * expected.length));
    }),
    { numRuns: 60 },
  );
});

test('memory of pieces is given back at once; that of a pool stays, as others use it', () => {
  const growing = new GrowingBytes(100_000);
  const own = piece(50_000, 1);
  const pooled = Buffer.from(new ArrayBuffer(200_000)).subarray(0, 50_000).fill(2);
  growing.add(own);
  growing.add(pooled);
  expect([own.length, pooled.length]).toEqual([0, 50_000]);
  const { bytes } = growing;
  expect([bytes.length, bytes[0], bytes[99_999]]).toEqual([100_000, 1, 2]);
  growing.release();
  expect(bytes).toHaveLength(0);
});
