import fc from 'fast-check';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { FeatureSet } from '../../src/features/feature-set.ts';
import { openExtractor } from '../../src/model/open-extractor.ts';
import { interpolate } from '../../src/score/calibration.ts';
import { compareFeatures } from '../../src/score/compare-features.ts';
import { defaultCalibration } from '../../src/score/default-calibration.ts';
import type { Raster } from '../../src/raster.ts';
import { scoreOf, useExtractor } from './test-extractor.ts';
import { rasterOf, scenePng, seeded } from './test-pictures.ts';

const { extractor, features } = useExtractor();

/** Any small picture: noise, gradients, flat areas, odd shapes. */
const rasters: fc.Arbitrary<Raster> = fc
  .record({
    width: fc.integer({ min: 1, max: 120 }),
    height: fc.integer({ min: 1, max: 120 }),
    seed: fc.nat(1_000_000),
    roughness: fc.constantFrom(0, 10, 80, 255),
    levels: fc.constantFrom(2, 8, 256),
  })
  .map(({ width, height, seed, roughness, levels }) => {
    const random = seeded(seed + 1);
    const step = 256 / levels;
    const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
      const value =
        128 + 100 * Math.sin((at % (width * 3)) / 17 + Math.floor(at / (width * 3)) / 9) + roughness * (random() - 0.5);
      return Math.min(255, Math.max(0, Math.floor(value / step) * step));
    });
    return { width, height, data };
  });

test('for any two pictures: in range, below 1 unless told equal, symmetric to the bit, the same again', async () => {
  await fc.assert(
    fc.asyncProperty(rasters, rasters, async (a, b) => {
      const [first, second] = [await extractor().extract(a), await extractor().extract(b)];
      const one = compareFeatures(first, second, { identicalPixels: false });
      const other = compareFeatures(second, first, { identicalPixels: false });
      expect(one.score).toBeGreaterThanOrEqual(0);
      expect(one.score).toBeLessThan(1);
      expect(Object.is(one.score, other.score)).toBe(true);
      expect(one.evidence).toEqual(other.evidence);
      expect(compareFeatures(await extractor().extract(a), second, { identicalPixels: false })).toEqual(one);
    }),
    { numRuns: 12 },
  );
});

test('features survive a trip between processes unchanged', async () => {
  const [a, b] = [await features(await scenePng(11)), await features(await scenePng(12))];
  expect(scoreOf(structuredClone(a), structuredClone(b))).toBe(scoreOf(a, b));
});

test('features do not depend on the number of threads', async () => {
  const raster = await rasterOf(await scenePng(13));
  const expected = await extractor().extract(raster);
  for (const threads of [2, 3]) {
    const other = await openExtractor({ threads });
    expect(await other.extract(raster)).toEqual(expected);
    await other.release();
  }
});

test('overlapping calls give what single calls give', async () => {
  const pictures = await Promise.all([14, 15, 16, 17].map(async (seed) => rasterOf(await scenePng(seed))));
  const single: FeatureSet[] = [];
  for (const picture of pictures) single.push(await extractor().extract(picture));
  expect(await Promise.all(pictures.map((picture) => extractor().extract(picture)))).toEqual(single);
});

test.each([
  ['blur', [1, 3, 8, 20], (picture: Buffer, strength: number) => sharp(picture).blur(strength).png().toBuffer()],
  [
    'JPEG compression',
    [80, 30, 10, 2],
    (picture: Buffer, quality: number) => sharp(picture).jpeg({ quality }).toBuffer(),
  ],
  ['shrinking', [320, 160, 64, 24], (picture: Buffer, side: number) => sharp(picture).resize(side).png().toBuffer()],
  [
    'cropping',
    [0.9, 0.7, 0.45, 0.2],
    (picture: Buffer, share: number) =>
      sharp(picture)
        .extract({ left: 10, top: 10, width: Math.round(460 * share), height: Math.round(460 * share) })
        .png()
        .toBuffer(),
  ],
] as const)('growing %s never raises the mean score of a set of pictures', async (_, strengths, distort) => {
  const originals = await Promise.all([21, 22, 23, 24].map((seed) => scenePng(seed)));
  const means: number[] = [];
  for (const strength of strengths) {
    let sum = 0;
    for (const original of originals)
      sum += scoreOf(await features(original), await features(await distort(original, strength)));
    means.push(sum / originals.length);
  }
  for (const [index, mean] of means.slice(1).entries()) {
    // A single step may wobble by less than anyone could act on.
    expect(mean).toBeLessThanOrEqual((means[index] ?? 0) + 0.01);
  }
  expect(means.at(-1)).toBeLessThan((means[0] ?? 0) - 0.02);
});

test('the calibration rises strictly, so more evidence never lowers a score', () => {
  const { knots, hypotheses } = defaultCalibration;
  for (let index = 1; index < knots.length; index += 1) {
    expect(knots[index]?.[0]).toBeGreaterThan(knots[index - 1]?.[0] ?? Infinity);
    expect(knots[index]?.[1]).toBeGreaterThan(knots[index - 1]?.[1] ?? Infinity);
  }
  for (const { weights } of Object.values(hypotheses)) {
    const { typicality, ...others } = weights;
    expect(typicality).toBeLessThanOrEqual(0);
    for (const weight of Object.values(others)) expect(weight).toBeGreaterThanOrEqual(0);
  }
  fc.assert(
    fc.property(
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0, max: 20, noNaN: true }),
      (z, more) => interpolate(knots, z + more) >= interpolate(knots, z),
    ),
  );
});

test.each([
  ['flat', 'flat', { create: { width: 200, height: 150, channels: 3, background: '#3355aa' } }],
  [
    'fully transparent',
    'flat',
    { create: { width: 200, height: 150, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0 } } },
  ],
] as const)('a %s picture is noted, and is not like a scene', async (_, note, source) => {
  const degenerate = await features(await sharp(source).png().toBuffer());
  const scene = await features(await scenePng(31));
  const comparison = compareFeatures(degenerate, scene, { identicalPixels: false });
  expect(comparison.notes).toEqual([expect.objectContaining({ name: note, picture: 'first' })]);
  expect(comparison.score).toBeLessThan(0.5);
});

test('a letterboxed copy is noted and still found', async () => {
  const scene = await scenePng(32);
  const boxed = await sharp(scene).extend({ top: 80, bottom: 80, background: '#000' }).png().toBuffer();
  const comparison = compareFeatures(await features(scene), await features(boxed), { identicalPixels: false });
  expect(comparison.notes).toEqual([expect.objectContaining({ name: 'letterboxed', picture: 'second' })]);
  expect(comparison.score).toBeGreaterThan(0.7);
});

test('two-colour pictures and pictures of a few pixels are noted', async () => {
  const squares = Buffer.from(
    '<svg width="300" height="300"><rect width="300" height="300" fill="#fff"/><rect x="100" y="60" width="90" height="130" fill="#000" shape-rendering="crispEdges"/></svg>',
  );
  const twoColours = await features(await sharp(squares).png().toBuffer());
  const tiny = await extractor().extract({
    width: 3,
    height: 2,
    data: Uint8Array.from({ length: 18 }, (_, at) => at * 14),
  });
  const names = compareFeatures(twoColours, tiny, { identicalPixels: false }).notes.map(
    ({ picture, name }) => `${picture} ${name}`,
  );
  expect(names).toEqual(expect.arrayContaining(['first few-colours', 'second little-detail']));
});
