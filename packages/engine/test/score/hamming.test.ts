import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compileWebAssembly, webAssemblySources } from '../../scripts/compile-webassembly.ts';
import { nearestPairs } from '../../src/score/hamming-matcher.ts';

const words = 8;
const descriptor = (all: Uint32Array, index: number): Uint32Array => all.subarray(index * words, (index + 1) * words);
const word = fc.oneof(fc.integer({ min: 0, max: 0xffff_ffff }), fc.constantFrom(0, 1, 0xffff_ffff));
const oneDescriptor = fc.oneof(
  fc.array(word, { minLength: words, maxLength: words }),
  // Many that are equal, or as far from each other as can be.
  fc.constantFrom(0, 0xffff_ffff, 0x0f0f_0f0f).map((value) => Array.from({ length: words }, () => value)),
);
/** Around 32 and 64, where the kernel's blocks end, too. */
const descriptors = fc
  .oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 30, max: 34 }), fc.integer({ min: 62, max: 66 }))
  .chain((count) => fc.array(oneDescriptor, { minLength: count, maxLength: count }))
  .map((rows) => Uint32Array.from(rows.flat()));

const bitsOf = (value: number): number => (value >>> 0).toString(2).replaceAll('0', '').length;

function distance(a: Uint32Array, b: Uint32Array): number {
  return a.reduce((bits, value, at) => bits + bitsOf(value ^ (b[at] as number)), 0);
}

const swapped = (all: Uint32Array): Uint32Array => all.map((_, at) => all[at ^ (words / 2)] as number);

/** What `nearestPairs` says of itself, pair by pair. */
function pairsByDefinition(a: Uint32Array, b: Uint32Array, farthest: number): number[] {
  const [countA, countB] = [a.length / words, b.length / words];
  const row = (i: number): number[] =>
    Array.from({ length: countB }, (_, j) => distance(descriptor(a, i), descriptor(b, j)));
  const table = Array.from({ length: countA }, (_, i) => row(i));
  return table.flatMap((distances, i) => {
    const [best = 256, second = 255] = distances.toSorted((one, other) => one - other);
    const j = distances.indexOf(best);
    const column = table.map((others) => others[j] as number);
    return best <= farthest && column.indexOf(Math.min(...column)) === i ? [i, j, best, Math.min(255, second)] : [];
  });
}

test('the nearest pairs are those of a plain exhaustive search, halves swapped or not', () => {
  const options = fc.record({ swapHalves: fc.boolean(), farthest: fc.constantFrom(0, 80, 254) });
  fc.assert(
    fc.property(descriptors, descriptors, options, (a, b, { swapHalves, farthest }) => {
      const found = [...nearestPairs(a, b, { swapHalves, farthest })];
      expect(found).toEqual(pairsByDefinition(swapHalves ? swapped(a) : a, b, farthest));
    }),
  );
});

test('pairs are the same from either side where no two distances are equal', () => {
  const seeded = (seed: number, count: number): Uint32Array => {
    let state = seed;
    return Uint32Array.from({ length: count * words }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state;
    });
  };
  const [a, b] = [seeded(1, 100), seeded(2, 70)];
  // Each of the second set's first twenty is one of the first set's with so many bits turned as its index says.
  for (let index = 0; index < 20; index += 1) {
    b.set(descriptor(a, 3 * index), index * words);
    b[index * words] = (b[index * words] as number) ^ (2 ** index - 1);
  }

  const options = { swapHalves: false, farthest: 40 };
  const inTwos = (pairs: Int32Array): string[] =>
    Array.from({ length: pairs.length / 4 }, (_, at) => pairs.subarray(4 * at, 4 * at + 3).join(' '));
  const forth = inTwos(nearestPairs(a, b, options));
  const back = inTwos(nearestPairs(b, a, options)).map((pair) => pair.replace(/^(\d+) (\d+)/, '$2 $1'));
  expect(forth).toEqual(Array.from({ length: 20 }, (_, index) => `${3 * index} ${index} ${index}`));
  expect(back).toEqual(forth);
});

test.each(webAssemblySources)('the committed module is compiled from its text: $text', async (source) => {
  expect(await readFile(source.compiledFile, 'utf8')).toBe(await compileWebAssembly(source));
});
