import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BytePattern } from './byte-pattern.ts';

/** Bytes of two values: patterns overlap themselves and what they are looked for in. */
const bytes = (constraints: fc.ArrayConstraints): fc.Arbitrary<Uint8Array> =>
  fc.array(fc.constantFrom(45, 97), constraints).map((values) => Uint8Array.from(values));

test('it finds every place, in order', () => {
  fc.assert(
    fc.property(bytes({ minLength: 1, maxLength: 7 }), bytes({ maxLength: 60 }), (wanted, within) => {
      const found: number[] = [];
      const last = new BytePattern(wanted).indexIn(within, (at) => {
        found.push(at);
        return false;
      });
      const places = Array.from(within.keys()).filter((at) =>
        Buffer.from(within.subarray(at, at + wanted.length)).equals(wanted),
      );
      expect(last).toBe(-1);
      expect(found).toEqual(places);
      expect(new BytePattern(wanted).indexIn(within)).toBe(places[0] ?? -1);
    }),
  );
});
