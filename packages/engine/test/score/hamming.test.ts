import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWebAssembly, webAssemblySources } from '../../scripts/compile-webassembly.ts';
import { hammingNeighbours } from '../../src/score/hamming-neighbours.ts';

const words = 8;
/** Stands for a neighbour that is not there. */
const none = 1 << 20;
const descriptor = (all: Uint32Array, index: number): Uint32Array => all.subarray(index * words, (index + 1) * words);
const descriptors = fc
  .integer({ min: 0, max: 12 })
  .chain((count) =>
    fc
      .array(fc.integer({ min: 0, max: 0xffff_ffff }), { minLength: count * words, maxLength: count * words })
      .map((values) => Uint32Array.from(values)),
  );

function distance(a: Uint32Array, b: Uint32Array): number {
  let bits = 0;
  for (const [word, value] of a.entries()) {
    const difference = value ^ (b[word] as number);
    bits += (difference >>> 0).toString(2).replaceAll('0', '').length;
  }
  return bits;
}

test('neighbours equal those of a plain exhaustive search', () => {
  fc.assert(
    fc.property(descriptors, descriptors, (a, b) => {
      const { ofA } = hammingNeighbours(a, b);
      for (let i = 0; i < a.length / words; i += 1) {
        const all = Array.from({ length: b.length / words }, (_, j) => distance(descriptor(a, i), descriptor(b, j)));
        const sorted = all.toSorted((x, y) => x - y);
        expect(ofA.best[i]).toBe(all.length === 0 ? -1 : all.indexOf(sorted[0] as number));
        expect(ofA.bestDistance[i]).toBe(sorted[0] ?? none);
        expect(ofA.secondDistance[i]).toBe(sorted[1] ?? none);
      }
    }),
  );
});

test('both directions describe the same distances', () => {
  fc.assert(
    fc.property(descriptors, descriptors, (a, b) => {
      const forth = hammingNeighbours(a, b);
      const back = hammingNeighbours(b, a);
      expect(forth.ofA).toEqual(back.ofB);
      expect(forth.ofB).toEqual(back.ofA);
    }),
  );
});

test.each(webAssemblySources)('the committed module is compiled from its text: $text', async (source) => {
  expect(await readFile(source.compiledFile, 'utf8')).toBe(await compileWebAssembly(source));
});
