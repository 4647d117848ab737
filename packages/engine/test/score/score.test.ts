import sharp from 'sharp';
import { expect, test } from 'vitest';
import { compareFeatures } from '../../src/score/compare-features.ts';
import { scoreOf, useExtractor } from './test-extractor.ts';
import { scenePng } from './test-pictures.ts';

const { features } = useExtractor();

test('a resized or re-encoded copy scores at least 0.85', async () => {
  const picture = await scenePng(1);
  const original = await features(picture);
  expect(
    scoreOf(original, await features(await sharp(picture).jpeg({ quality: 40 }).toBuffer())),
  ).toBeGreaterThanOrEqual(0.85);
  expect(scoreOf(original, await features(await sharp(picture).resize(200).png().toBuffer()))).toBeGreaterThanOrEqual(
    0.85,
  );
});

test('a mirrored copy is found by its keypoints', async () => {
  const picture = await scenePng(2);
  const comparison = compareFeatures(await features(picture), await features(await sharp(picture).flop().toBuffer()), {
    identicalPixels: false,
  });
  expect(comparison.evidence.copy.transform?.mirrored).toBe(true);
  expect(comparison.evidence.copy.inliers).toBeGreaterThan(30);
});

test('equal features of pictures with other pixels stay below 1; equal pixels give exactly 1', async () => {
  const original = await features(await scenePng(3));
  expect(scoreOf(original, original)).toBeLessThan(1);
  expect(compareFeatures(original, original, { identicalPixels: true })).toMatchObject({
    score: 1,
    verdict: { name: 'identical' },
  });
});

test('symmetric to the bit', async () => {
  const [a, b] = [await features(await scenePng(4)), await features(await scenePng(5))];
  expect(scoreOf(a, b)).toBe(scoreOf(b, a));
});
