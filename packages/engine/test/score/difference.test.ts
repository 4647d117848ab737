import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { lookAlikeCopies } from '../../../../tools/eval/look-alikes/scans.ts';
import type { FeatureSet } from '../../src/features/feature-set.ts';
import { lumaOf } from '../../src/features/luma.ts';
import { openExtractor } from '../../src/model/open-extractor.ts';
import type { Extractor } from '../../src/model/open-extractor.ts';
import type { LumaPlane, Raster } from '../../src/raster.ts';
import { compareWithPoints } from '../../src/score/compare-features.ts';
import { applyAffine } from '../../src/score/difference/affine.ts';
import { measureDifference } from '../../src/score/difference/difference.ts';
import type { DifferenceEvidence, MeasuredDifference } from '../../src/score/difference/difference-evidence.ts';
import { judgeDifference } from '../../src/score/difference/rule.ts';
import { scenePng, seeded } from './test-pictures.ts';

let extractor: Extractor;
beforeAll(async () => {
  extractor = await openExtractor();
});
afterAll(() => extractor.release());

interface Shown {
  readonly features: FeatureSet;
  readonly detail: LumaPlane;
  readonly colours: Raster;
}

async function rasterOf(encoded: Uint8Array | Raster, side: number): Promise<Raster> {
  const source =
    encoded instanceof Uint8Array ? sharp(encoded) : sharp(encoded.data, { raw: { ...encoded, channels: 3 } });
  const { data, info } = await source
    .flatten({ background: '#ffffff' })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, data: new Uint8Array(data) };
}

async function shown(encoded: Uint8Array | Raster): Promise<Shown> {
  const colours = await rasterOf(encoded, 320);
  return { features: await extractor.extract(colours), detail: lumaOf(await rasterOf(encoded, 600)), colours };
}

const measure = (a: Shown, b: Shown): MeasuredDifference | undefined =>
  measureDifference({
    features: [a.features, b.features],
    details: [a.detail, b.detail],
    colours: [a.colours, b.colours],
  });

async function differenceOf(first: Uint8Array, second: Uint8Array): Promise<DifferenceEvidence> {
  const measured = measure(await shown(first), await shown(second));
  if (measured === undefined) throw new Error('the pictures were not laid over each other');
  return judgeDifference(measured);
}

/** Every number in a value, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (ArrayBuffer.isView(value)) return [...(value as Float32Array)];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

const rasters: fc.Arbitrary<Raster> = fc
  .record({
    width: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 40 })),
    height: fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 40 })),
    seed: fc.nat(1_000_000),
    roughness: fc.constantFrom(0, 0, 10, 80, 255),
    waves: fc.constantFrom(0, 100),
  })
  .map(({ width, height, seed, roughness, waves }) => {
    const random = seeded(seed + 1);
    const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => {
      const wave = waves * Math.sin((at % (width * 3)) / 17 + Math.floor(at / (width * 3)) / 9);
      return Math.min(255, Math.max(0, 128 + wave + roughness * (random() - 0.5)));
    });
    return { width, height, data };
  });

test('points that the comparison has found are not looked for again', async () => {
  const [one, other] = [await shown(await scenePng(5)), await shown(await scenePng(6))];
  for (const [a, b] of [
    [one, other],
    [other, one],
  ] as const) {
    const { points } = compareWithPoints(a.features, b.features, { identicalPixels: false });
    const features = [a.features, b.features] as const;
    const [details, colours] = [[a.detail, b.detail] as const, [a.colours, b.colours] as const];
    const handedOn = measureDifference({ features, details, colours, points });
    expect(numbersIn(handedOn)).toEqual(numbersIn(measure(a, b)));
  }
});

test('for any two pictures: the same whichever is named first, finite, shares from 0 to 1', async () => {
  await fc.assert(
    fc.asyncProperty(rasters, rasters, async (one, two) => {
      const [a, b] = [await shown(one), await shown(two)];
      const [there, back] = [measure(a, b), measure(b, a)];
      expect(measure(a, b)).toEqual(there);
      const isSmall = Math.min(one.width, one.height, two.width, two.height) < 32;
      expect([there === undefined, back === undefined]).toEqual([isSmall, isSmall]);
      if (there === undefined || back === undefined) return;
      const { coversFirst, coversSecond, movement, contentCells, ...shares } = there.numbers;
      expect({ ...back.numbers, coversFirst, coversSecond }).toEqual(there.numbers);
      expect([back.numbers.coversFirst, back.numbers.coversSecond]).toEqual([coversSecond, coversFirst]);
      expect(back.cells.agreement).toEqual(there.cells.agreement);
      for (const value of numbersIn(there)) expect(Number.isFinite(value)).toBe(true);
      for (const share of [coversFirst, coversSecond, ...Object.values(shares)]) {
        expect(share).toBeGreaterThanOrEqual(-1);
        expect(share).toBeLessThanOrEqual(1);
      }
      expect(movement).toBeGreaterThanOrEqual(0);
      expect(contentCells).toBeLessThanOrEqual(there.cells.columns * there.cells.rows);
      const judged = judgeDifference(there);
      expect(judged.floor).toBeLessThanOrEqual(judged.ceiling);
    }),
    { numRuns: 25 },
  );
}, 120_000);

const upright = { mirrored: false, quarterTurns: 0 };

test.each([
  ['smaller', (picture: Buffer) => sharp(picture).resize(260).png().toBuffer(), upright],
  ['strongly compressed', (picture: Buffer) => sharp(picture).jpeg({ quality: 25 }).toBuffer(), upright],
  ['grey', (picture: Buffer) => sharp(picture).grayscale().png().toBuffer(), upright],
  ['darker', (picture: Buffer) => sharp(picture).linear(0.6, 10).png().toBuffer(), upright],
  ['mirrored', (picture: Buffer) => sharp(picture).flop().png().toBuffer(), { mirrored: true, quarterTurns: 0 }],
  [
    'turned by a quarter',
    (picture: Buffer) => sharp(picture).rotate(90).png().toBuffer(),
    { mirrored: false, quarterTurns: 1 },
  ],
  [
    'cropped',
    (picture: Buffer) => sharp(picture).extract({ left: 90, top: 60, width: 300, height: 330 }).png().toBuffer(),
    upright,
  ],
] as const)('a picture %s is seen again as a whole', async (_, change, expected) => {
  const picture = await scenePng(61);
  const evidence = await differenceOf(picture, await change(picture));
  expect(evidence.case).toBe('seen-again');
  expect(evidence.ceiling).toBeGreaterThan(0.93);
  expect(evidence.registration).toMatchObject(expected);
});

/** A strip of one picture under another picture. */
async function withStrip(top: Buffer, strip: Buffer): Promise<Buffer> {
  const cut = await sharp(strip).extract({ left: 0, top: 360, width: 480, height: 120 }).png().toBuffer();
  return sharp(top)
    .composite([{ input: cut, left: 0, top: 360 }])
    .png()
    .toBuffer();
}

test('agreement in a strip counts for the strip only, and the cells say where it is', async () => {
  const [a, b] = [await scenePng(62), await scenePng(63)];
  const evidence = await differenceOf(a, await withStrip(b, a));
  expect(['shared-part', 'different']).toContain(evidence.case);
  expect(evidence.ceiling).toBeLessThan(0.55);
  expect(evidence.numbers.coversFirst).toBeLessThan(0.45);
  const { columns, rows, states } = evidence.cells;
  const agreeing = (from: number, to: number): number =>
    Array.from(states).filter((state, cell) => state === 1 && cell >= columns * from && cell < columns * to).length;
  const split = Math.floor(rows * 0.74);
  expect(agreeing(split, rows)).toBeGreaterThan(4 * agreeing(0, split));
});

test('another print on the same form is told from the same print', async () => {
  const form = await scenePng(64);
  const print = async (seed: number): Promise<Buffer> =>
    sharp(form)
      .composite([
        {
          input: await sharp(await scenePng(seed))
            .resize(130, 130)
            .png()
            .toBuffer(),
          left: 190,
          top: 180,
        },
      ])
      .png()
      .toBuffer();
  const [one, two] = [await print(65), await print(66)];
  const same = await differenceOf(one, await sharp(one).jpeg({ quality: 60 }).toBuffer());
  const other = await differenceOf(one, two);
  expect(same.ceiling).toBe(1);
  expect(other.case).toBe('same-form-other-print');
  expect(other.ceiling).toBeLessThan(0.9);
});

test('another colour of one thing counts, another tint of all does not', async () => {
  const shape = (fill: string): Promise<Buffer> =>
    sharp(
      Buffer.from(
        `<svg width="480" height="480"><rect width="480" height="480" fill="#eee"/><path d="M90 60h300l-40 360H130z" fill="${fill}"/><g stroke="#222" stroke-width="7" fill="none"><path d="M120 120h240M130 180h220M140 240h200M150 300h180"/><circle cx="240" cy="330" r="60"/></g></svg>`,
      ),
    )
      .png()
      .toBuffer();
  const red = await shape('#c03030');
  const other = await differenceOf(red, await shape('#2f6fc0'));
  expect(other.case).toBe('same-form-other-colour');
  expect(other.ceiling).toBeLessThan(0.9);
  const faded = await differenceOf(red, await sharp(red).modulate({ saturation: 0.5 }).png().toBuffer());
  expect(faded.case).toBe('seen-again');
});

test('the transform leads from shares of the first picture to shares of the second', async () => {
  const picture = await scenePng(67);
  const part = { left: 96, top: 48, width: 336, height: 384 };
  const { registration } = await differenceOf(picture, await sharp(picture).extract(part).png().toBuffer());
  const [x, y] = applyAffine(registration.toSecond, [96 / 480, 48 / 480]);
  expect(x).toBeCloseTo(0, 1);
  expect(y).toBeCloseTo(0, 1);
  const [right, bottom] = applyAffine(registration.toSecond, [432 / 480, 432 / 480]);
  expect(right).toBeCloseTo(1, 1);
  expect(bottom).toBeCloseTo(1, 1);
});

test('a sheet seen in perspective and bent is followed', async () => {
  const picture = await scenePng(69);
  const flat = await rasterOf(picture, 480);
  const data = Uint8Array.from({ length: flat.data.length }, (_, at) => {
    const [x, y] = [Math.floor(at / 3) % flat.width, Math.floor(at / 3 / flat.width)];
    const [u, v] = [x / flat.width - 0.5, y / flat.height - 0.5];
    const column = Math.max(0, Math.min(flat.width - 1, Math.round(x + 30 * u * v + 26 * u * u)));
    const row = Math.max(0, Math.min(flat.height - 1, Math.round(y + 28 * v * v - 16 * u * v)));
    return flat.data[3 * (row * flat.width + column) + (at % 3)] ?? 0;
  });
  const measured = measure(await shown(picture), await shown({ ...flat, data }));
  expect(Math.max(measured?.numbers.coversFirst ?? 0, measured?.numbers.coversSecond ?? 0)).toBeGreaterThan(0.9);
});

test.each([5, 8, 10])('thin lines on a sheet photographed by hand are followed, drawing %i', async (seed) => {
  const random = seeded(seed);
  for (let skip = 0; skip < 6; skip += 1) random();
  const lines = Array.from({ length: 7 }, () => {
    const points = Array.from({ length: 40 }, (_, at) => `${40 + at * 14},${40 + random() * 340}`);
    return `<polyline points="${points.join(' ')}" fill="none" stroke="#333" stroke-width="2"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="100%" height="100%" fill="#fff"/>${lines.join('')}</svg>`;
  const sheet = await sharp(Buffer.from(drawing)).png().toBuffer();
  const photograph = await lookAlikeCopies.photograph(sheet, seeded(seed * 7 + 1));
  const measured = measure(await shown(sheet), await shown(photograph));
  expect(Math.max(measured?.numbers.coversFirst ?? 0, measured?.numbers.coversSecond ?? 0)).toBeGreaterThan(0.94);
});

test('text laid over a copy leaves it seen again', async () => {
  const picture = await scenePng(68);
  const label = Buffer.from(
    '<svg width="480" height="480"><text x="60" y="260" font-size="70" font-family="sans-serif" fill="#fff" fill-opacity="0.8">SAMPLE</text></svg>',
  );
  const stamped = await sharp(picture)
    .composite([{ input: label }])
    .png()
    .toBuffer();
  expect((await differenceOf(picture, stamped)).ceiling).toBeGreaterThan(0.7);
});
