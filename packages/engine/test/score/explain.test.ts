import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawExplanation } from '../../src/explain/draw-explanation.ts';
import { explainPair, heatSide } from '../../src/explain/explain-pair.ts';
import { areaOf, clipToRectangle, rectangle } from '../../src/explain/plane-geometry.ts';
import { openEncoded } from '../../src/ingest/hardened-sharp.ts';
import { openExtractor, type Extractor } from '../../src/model/open-extractor.ts';
import { interpolate } from '../../src/score/calibration.ts';
import { defaultCalibration } from '../../src/score/default-calibration.ts';
import { applyTransform, invertTransform } from '../../src/score/similarity-transform.ts';
import { rasterOf, scenePng } from './test-pictures.ts';

let extractor: Extractor;
beforeAll(async () => {
  extractor = await openExtractor();
});
afterAll(() => extractor.release());

/* Scenes are made before drawing is tested: it leaves SVG blocked. */
test('a crop is located in the original, from either side', async () => {
  const scene = await scenePng(41);
  const crop = await sharp(scene).extract({ left: 120, top: 60, width: 300, height: 240 }).png().toBuffer();
  const [whole, part] = await Promise.all(
    [scene, crop].map(async (picture) => extractor.extract(await rasterOf(picture))),
  );
  if (whole === undefined || part === undefined) throw new Error('no features');
  const explanation = explainPair(whole, part, { identicalPixels: false });
  expect(explanation.overlap?.words).toMatch(/^enlarged 1\.[56]\d ×$/);
  expect(explanation.overlap?.shares[0]).toBeCloseTo((300 * 240) / (480 * 480), 1);
  expect(explanation.overlap?.shares[1]).toBeCloseTo(1, 1);
  const left = Math.min(...(explanation.overlap?.first.map(([x]) => x) ?? []));
  expect(left).toBeCloseTo(120 / 480, 1);
  const other = explainPair(part, whole, { identicalPixels: false });
  expect(other.overlap?.words).toMatch(/^shrunk 1\.[56]\d ×$/);
  expect(other.overlap?.second).toEqual(explanation.overlap?.first);
  expect(other.comparison.score).toBe(explanation.comparison.score);
});

test('what each kind of evidence added sums to the fused evidence', async () => {
  const [a, b] = await Promise.all(
    [42, 43].map(async (seed) => extractor.extract(await rasterOf(await scenePng(seed)))),
  );
  if (a === undefined || b === undefined) throw new Error('no features');
  const explanation = explainPair(a, b, { identicalPixels: false });
  expect(explanation.heat.first).toHaveLength(heatSide * heatSide);
  const fused = explanation.contributions.reduce((sum, { added }) => sum + added, defaultCalibration.bias);
  expect(interpolate(defaultCalibration.knots, fused)).toBeCloseTo(explanation.comparison.score, 9);
  // Decoding settles the process for hostile input, where SVG is not read: drawing has to work there too.
  openEncoded(await scenePng(44));
  const picture = { width: 80, height: 60, data: new Uint8Array(80 * 60 * 3).fill(120) };
  const png = await drawExplanation(
    explanation,
    { name: '<a>&.png', raster: picture },
    { name: 'b.png', raster: picture },
  );
  expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1080 });
  await expect(sharp(Buffer.from('<svg width="4" height="4"/>')).png().toBuffer()).rejects.toThrow(
    'unsupported image format',
  );
});

const transforms = fc.record({
  a: fc.double({ min: 0.2, max: 3, noNaN: true }),
  b: fc.double({ min: -2, max: 2, noNaN: true }),
  tx: fc.double({ min: -300, max: 300, noNaN: true }),
  ty: fc.double({ min: -300, max: 300, noNaN: true }),
  mirrored: fc.boolean(),
});

test('the inverse undoes a transform', () => {
  fc.assert(
    fc.property(
      transforms,
      fc.double({ min: -400, max: 400, noNaN: true }),
      fc.double({ min: -400, max: 400, noNaN: true }),
      (transform, x, y) => {
        const [backX, backY] = invertTransform(transform, applyTransform(transform, [x, y]));
        expect(backX).toBeCloseTo(x, 6);
        expect(backY).toBeCloseTo(y, 6);
      },
    ),
  );
});

test('a clipped polygon lies in the rectangle and is no larger than either', () => {
  fc.assert(
    fc.property(transforms, (transform) => {
      const moved = rectangle(200, 100).map((corner) => applyTransform(transform, corner));
      const clipped = clipToRectangle(moved, 320, 240);
      for (const [x, y] of clipped) {
        expect(x >= -1e-6 && x <= 320 + 1e-6 && y >= -1e-6 && y <= 240 + 1e-6).toBe(true);
      }
      expect(areaOf(clipped)).toBeLessThanOrEqual(Math.min(areaOf(moved), 320 * 240) + 1e-6);
    }),
  );
});
