import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { drawExplanation } from '../../src/score/explain/draw-explanation.ts';
import { explainPair } from '../../src/score/explain/explain-pair.ts';
import type { Explanation } from '../../src/score/explain/explain-pair.ts';
import { heatSide } from '../../src/score/explain/heat-map.ts';
import { heatShare } from '../../src/score/explain/heat-panel.ts';
import { spreadOut } from '../../src/score/explain/match-panel.ts';
import { ordinaryPairs } from '../../src/score/explain/ordinary-pairs.ts';
import { framesOf } from '../../src/score/explain/picture-frames.ts';
import { areaOf, clipToRectangle, rectangle } from '../../src/score/explain/plane-geometry.ts';
import { openEncoded } from '../../src/ingest/hardened-sharp.ts';
import { openExtractor } from '../../src/model/open-extractor.ts';
import type { Extractor } from '../../src/model/open-extractor.ts';
import { hypothesisNames, interpolate } from '../../src/score/calibration.ts';
import { defaultCalibration } from '../../src/score/default-calibration.ts';
import { fuse } from '../../src/score/fuse.ts';
import { applyTransform, inverseOf, invertTransform } from '../../src/score/similarity-transform.ts';
import { rasterOf, scenePng } from './test-pictures.ts';

let extractor: Extractor;
beforeAll(async () => {
  extractor = await openExtractor();
});
afterAll(() => extractor.release());

async function explain(first: Uint8Array, second: Uint8Array): Promise<Explanation> {
  const sizes = await Promise.all(
    [first, second].map(async (picture) => {
      const { width, height } = await sharp(picture).metadata();
      return [width, height] as const;
    }),
  );
  const [a, b] = [await extractor.extract(await rasterOf(first)), await extractor.extract(await rasterOf(second))];
  const [sizeA = [1, 1], sizeB = [1, 1]] = sizes;
  return explainPair(a, b, { identicalPixels: false, sizes: [sizeA, sizeB] });
}

/* Scenes are made before drawing is tested: it leaves SVG blocked. */
test('a crop is located in the original, from either side', async () => {
  const scene = await scenePng(41);
  const crop = await sharp(scene).extract({ left: 120, top: 60, width: 300, height: 240 }).png().toBuffer();
  const explanation = await explain(scene, crop);
  expect(explanation.decidedBy).toBe('copy evidence');
  expect(explanation.because.en).toMatch(
    /^The second picture is a part of the first \(3[01] % of it\): \d+ of \d+ matched/,
  );
  expect(explanation.overlap?.transform).toEqual({
    scale: expect.closeTo(1, 1),
    turnedDegrees: expect.closeTo(0, 0),
    mirrored: false,
  });
  expect(explanation.overlap?.shares[0]).toBeCloseTo((300 * 240) / (480 * 480), 1);
  expect(explanation.overlap?.shares[1]).toBeCloseTo(1, 1);
  const left = Math.min(...(explanation.overlap?.first.map(([x]) => x) ?? []));
  expect(left).toBeCloseTo(120 / 480, 1);
  const other = await explain(crop, scene);
  expect(other.because.en).toMatch(/^The first picture is a part of the second/);
  expect(other.comparison.score).toBe(explanation.comparison.score);
  const extent = (polygon: readonly (readonly [number, number])[] = []): number[] =>
    [0, 1].flatMap((axis) => [Math.min, Math.max].map((of) => of(...polygon.map((point) => point[axis] ?? -1))));
  extent(other.overlap?.second).forEach((bound, index) => {
    expect(bound).toBeCloseTo(extent(explanation.overlap?.first)[index] ?? -1, 1);
  });
});

test('scale is in the files’ own pixels, and what one way is shrunk and turned is enlarged and turned back the other', async () => {
  const scene = await scenePng(45);
  const changed = await sharp(scene).flop().rotate(90).resize(240).png().toBuffer();
  const [there, back] = [await explain(scene, changed), await explain(changed, scene)];
  expect(there.overlap?.transform.mirrored).toBe(true);
  expect(there.overlap?.transform.scale).toBeCloseTo(0.5, 1);
  expect(Math.abs(there.overlap?.transform.turnedDegrees ?? 0)).toBeCloseTo(90, 0);
  // What mirrors and turns undoes itself by mirroring and turning the same way.
  expect(back.overlap?.transform.turnedDegrees).toBeCloseTo(there.overlap?.transform.turnedDegrees ?? 0, 0);
  expect(back.overlap?.transform.scale).toBeCloseTo(2, 1);
});

test('no more agreeing points than chance gives show no overlap', async () => {
  const mug = await readFile(path.join(import.meta.dirname, '../../../../examples/mug-daily-front.jpg'));
  const copy = await explain(mug, await sharp(mug).resize(300).toBuffer());
  expect(copy.overlap).toBeDefined();
  const strip = { left: 0, top: 0, width: 1200, height: 100 };
  const other = await explain(mug, await sharp(mug).extract(strip).blur(4).toBuffer());
  expect(other.matches.filter(({ agrees }) => agrees).length).toBeLessThanOrEqual(ordinaryPairs.chancePoints);
  expect(other.overlap).toBeUndefined();
});

test('the heat of a copy is far above that of another picture', async () => {
  const scene = await scenePng(48);
  const mean = (heat: readonly number[]): number =>
    heat.map(heatShare).reduce((sum, share) => sum + share, 0) / heat.length;
  const copy = await explain(scene, await sharp(scene).jpeg({ quality: 50 }).toBuffer());
  const other = await explain(
    scene,
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#7a8' } })
      .png()
      .toBuffer(),
  );
  expect(mean(copy.heat.first)).toBeGreaterThan(0.7);
  expect(mean(other.heat.first)).toBeLessThan(0.2);
});

test('lines are spread over the picture, and no more than asked for', () => {
  const cluster = Array.from({ length: 50 }, (_, index) => ({
    first: [0.5 + index / 1000, 0.5] as const,
    second: [0.5, 0.5] as const,
    agrees: true,
  }));
  const corner = { first: [0, 0] as const, second: [0, 0] as const, agrees: true };
  const chosen = spreadOut([...cluster, corner], 2);
  expect(chosen).toHaveLength(2);
  expect(chosen).toContain(corner);
  expect(spreadOut([corner], 5)).toEqual([corner]);
  expect(spreadOut([], 5)).toEqual([]);
});

test('two wide pictures are laid below each other, others beside; none leaves the page', () => {
  const picture = (width: number, height: number) => ({ name: '', width, height, dataUri: '' });
  for (const [first, second, stacked] of [
    [picture(1600, 260), picture(900, 150), true],
    [picture(1600, 260), picture(640, 480), false],
    [picture(100, 4000), picture(640, 480), false],
    [picture(4096, 100), picture(4096, 100), true],
  ] as const) {
    const frames = framesOf([first, second], { top: 100, maxHeight: 430 });
    expect(frames.stacked).toBe(stacked);
    for (const box of frames.boxes) {
      expect(box.x).toBeGreaterThan(35.9);
      expect(box.x + box.width).toBeLessThan(1080 - 35.9);
      expect(box.y + box.height).toBeLessThan(100.1 + frames.height);
      expect(box.height).toBeLessThan(430.1);
    }
  }
});

test('what each kind of evidence added sums to the hypothesis that leads', async () => {
  const [a, b] = await Promise.all(
    [42, 43].map(async (seed) => extractor.extract(await rasterOf(await scenePng(seed)))),
  );
  if (a === undefined || b === undefined) throw new Error('no features');
  const explanation = explainPair(a, b, { identicalPixels: false });
  expect(explanation.heat.first).toHaveLength(heatSide * heatSide);
  const { bias } = defaultCalibration.hypotheses[explanation.hypothesis];
  const leading = explanation.contributions.reduce((sum, { added }) => sum + added, bias);
  const fused = fuse(explanation.comparison.evidence, defaultCalibration);
  expect(fused).toBeGreaterThan(leading);
  expect(fused).toBeLessThanOrEqual(leading + Math.log(hypothesisNames.length) + 1e-9);
  expect(interpolate(defaultCalibration.knots, fused)).toBeCloseTo(explanation.comparison.score, 9);
  // Decoding settles the process for hostile input, where SVG is not read: drawing has to work there too.
  openEncoded(await scenePng(44));
  const picture = { width: 80, height: 60, data: new Uint8Array(80 * 60 * 3).fill(120) };
  const named = [
    { name: '<a>&.png', raster: picture },
    { name: 'b.png', raster: picture },
  ] as const;
  for (const language of ['en', 'zh'] as const) {
    const png = await drawExplanation(explanation, named, language);
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 1080 });
  }
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
        const [inverseX, inverseY] = applyTransform(inverseOf(transform), applyTransform(transform, [x, y]));
        expect(inverseX).toBeCloseTo(x, 6);
        expect(inverseY).toBeCloseTo(y, 6);
      },
    ),
  );
});

test('a clipped polygon lies in the rectangle and is no larger than either', () => {
  fc.assert(
    fc.property(transforms, (transform) => {
      const moved = rectangle(200, 100).map((corner) => applyTransform(transform, corner));
      const clipped = clipToRectangle(moved, 320, 240);
      for (const [x, y] of clipped) expect(x >= -1e-6 && x <= 320 + 1e-6 && y >= -1e-6 && y <= 240 + 1e-6).toBe(true);

      expect(areaOf(clipped)).toBeLessThanOrEqual(Math.min(areaOf(moved), 320 * 240) + 1e-6);
    }),
  );
});
