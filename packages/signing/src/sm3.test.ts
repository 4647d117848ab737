import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toHex } from './digest.ts';
import { hmacSm3, sm3 } from './sm3.ts';

const utf8 = new TextEncoder();

test.each([
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
])('the standard’s example %j', (text, expected) => {
  expect(toHex(sm3(utf8.encode(text)))).toBe(expected);
});

test('agrees with OpenSSL on random bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ minLength: 1, maxLength: 100 }), (data, key) => {
      expect(toHex(sm3(data))).toBe(createHash('sm3').update(data).digest('hex'));
      expect(toHex(hmacSm3(key, data))).toBe(createHmac('sm3', key).update(data).digest('hex'));
    }),
  );
});
