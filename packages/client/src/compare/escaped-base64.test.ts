import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64Length, writeEscapedBase64 } from './escaped-base64.ts';

function escaped(bytes: Uint8Array): string {
  const output = new Uint8Array(3 * base64Length(bytes) + 7).fill(0x2a);
  const length = writeEscapedBase64(bytes, output.subarray(3, -4));
  const text = new TextDecoder().decode(output);
  expect([text.slice(0, 3), text.slice(-4)]).toEqual(['***', '****']);
  return text.slice(3, 3 + length);
}

test('agrees with the platform on random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(escaped(bytes)).toBe(encodeURIComponent(Buffer.from(bytes).toString('base64')));
    }),
    { numRuns: 300 },
  );
});

test.each([0, 1, 2, 3, 4, 300])('%i bytes that encode to slashes only', (length) => {
  const bytes = new Uint8Array(length).fill(255);
  expect(escaped(bytes)).toBe(encodeURIComponent(Buffer.from(bytes).toString('base64')));
});
