import type { ServiceType } from '@semblance/spec/limits';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Analyser } from '../../src/compare/analyser.ts';
import { createAnalyser } from '../../src/workers/analyser/create-analyser.ts';
import { comparePictures, examinePictures } from '../../src/compare/compare-pictures.ts';
import { explainExamined } from '../../src/compare/explain-examined.ts';
import type { ScoredPair } from '../../src/compare/score-pair.ts';
import { matchPanel } from '../../src/score/explain/match-panel.ts';
import { findPart } from '../../src/score/part/find-part.ts';
import type { SoughtParts } from '../../src/score/part/part-evidence.ts';
import { checkedPair, inlineOptions } from './checked-pair.ts';
import { rasterOf, scenePng, seeded } from './test-pictures.ts';

/** A woolly thing, cut out: soft stripes in an ellipse that give few corners, with nothing about it. */
function woolly(seed: number, side = 200): Promise<Buffer> {
  const random = seeded(seed);
  const strokes = Array.from({ length: 150 }, () => {
    const [x, y, turn] = [random() * side, random() * side, random() * 180];
    const level = 80 + Math.floor(random() * 70);
    return `<rect x="${x}" y="${y}" width="${14 + 20 * random()}" height="${6 + 5 * random()}" transform="rotate(${turn} ${x} ${y})" fill="rgb(${level + 30},${level + 10},${level - 20})"/>`;
  });
  const svg = `<svg width="${side}" height="${side}"><clipPath id="c"><ellipse cx="${side / 2}" cy="${side / 2}" rx="${side * 0.46}" ry="${side * 0.3}"/></clipPath>
    <filter id="f"><feGaussianBlur stdDeviation="1.6"/></filter>
    <g clip-path="url(#c)"><rect width="100%" height="100%" fill="rgb(130,110,80)"/><g filter="url(#f)">${strokes.join('')}</g></g></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** A ground like a circuit board: small parts of strong contrast, which take most corners. */
function board(seed: number, side = 300): Promise<Buffer> {
  const random = seeded(seed);
  const parts = Array.from({ length: 900 }, () => {
    const fill = ['#0c3d1e', '#e8e3c8', '#1a1a1a', '#c9a227', '#2f9e52'][Math.floor(random() * 5)];
    return `<rect x="${random() * side}" y="${random() * side}" width="${3 + 12 * random()}" height="${3 + 8 * random()}" fill="${fill}"/>`;
  });
  const svg = `<svg width="${side}" height="${side}"><rect width="100%" height="100%" fill="#1d7a3c"/>${parts.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

async function laidOn(ground: Buffer, thing: Buffer, [left, top]: readonly [number, number]): Promise<Buffer> {
  const pasted = await sharp(ground)
    .composite([{ input: thing, left, top }])
    .png()
    .toBuffer();
  return sharp(pasted).jpeg({ quality: 85 }).toBuffer();
}

const onWhite = (thing: Buffer): Promise<Buffer> => sharp(thing).flatten({ background: '#fff' }).png().toBuffer();

const anything: SoughtParts = { first: { whole: true, object: true }, second: { whole: true, object: true } };

let analyser: Analyser;
let pictures: Record<
  | 'thing'
  | 'dark'
  | 'darkBefore'
  | 'before'
  | 'otherBefore'
  | 'scene'
  | 'within'
  | 'without'
  | 'long'
  | 'cell'
  | 'longWithin',
  Buffer
>;
// All pictures first: once a picture is decoded, this process reads no SVG any more.
beforeAll(async () => {
  const [ground, cutOut, other, scene] = [await board(12), await woolly(5), await woolly(9), await scenePng(33)];
  const dark = await sharp(cutOut).linear([0.45, 0.45, 0.45, 1], [0, 0, 0, 0]).png().toBuffer();
  const long = await sharp(scene).resize(300, 200, { fit: 'cover' }).png().toBuffer();
  const square = await sharp(long).resize(150, 150, { fit: 'cover' }).png().toBuffer();
  const half = await sharp(long).resize(150).png().toBuffer();
  const small = await sharp(scene).resize(130).png().toBuffer();
  pictures = {
    thing: await onWhite(cutOut),
    before: await laidOn(ground, cutOut, [60, 40]),
    otherBefore: await laidOn(ground, other, [60, 40]),
    dark,
    darkBefore: await laidOn(ground, dark, [60, 40]),
    scene,
    long,
    cell: await laidOn(ground, square, [150, 0]),
    longWithin: await laidOn(ground, half, [90, 20]),
    within: await laidOn(ground, small, [90, 20]),
    without: await sharp(ground).jpeg().toBuffer(),
  };
  analyser = await createAnalyser({ threads: 1 });
});
afterAll(() => analyser.release());

async function compare(a: Uint8Array, b: Uint8Array, serviceType: ServiceType = 'generic'): Promise<ScoredPair> {
  const compared = await comparePictures(checkedPair(a, b), inlineOptions(analyser, serviceType));
  if (!compared.ok) throw new Error(compared.failure.reason);
  return compared.value;
}

test('a cut-out before another background is found, whichever is named first', async () => {
  const found = await compare(pictures.thing, pictures.before);
  expect(found.score).toBeGreaterThanOrEqual(0.5);
  expect(found.score).toBeLessThan(0.7);
  expect(found.part).toMatchObject({ of: 'first', what: 'object' });
  const turned = await compare(pictures.before, pictures.thing);
  expect(turned.score).toBe(found.score);
  expect(turned.part).toEqual({ ...found.part, of: 'second' });
});

test('a thing that is transparent about is found, and the note names its ground', async () => {
  const found = await compare(pictures.dark, pictures.darkBefore);
  expect(found.part).toMatchObject({ of: 'first', what: 'object' });
  expect(found.score).toBeGreaterThanOrEqual(0.5);
  expect(found.compared[0].ground).toBeDefined();
  expect(found.notes.map(({ name }) => name)).toContain('ground');
});

test('pictures that were searched before are found alike, whatever else was looked for', async () => {
  const [before, whole] = await Promise.all([rasterOf(pictures.before), rasterOf(await onWhite(pictures.thing))]);
  const others = Array.from({ length: 9 }, () => structuredClone(before));
  const kinds = [{ whole: true, object: false }, { whole: false, object: true }, anything.first];
  const seek = (from: typeof whole, at: number): unknown =>
    findPart(from, before, { first: kinds[at % 3] ?? anything.first, second: anything.second });
  const anew = kinds.map((_, at) => seek(structuredClone(whole), at));
  expect(anew[1]).toBeDefined();
  expect(anew[0]).not.toEqual(anew[1]);
  for (const at of [0, 1, 2, 1, 0]) expect(seek(whole, at)).toEqual(anew[at]);
  for (const other of others) findPart(whole, other, anything);
  for (const at of [2, 0, 1]) expect(seek(whole, at)).toEqual(anew[at]);
});

test('a part is placed to within a few pixels', async () => {
  const part = findPart(await rasterOf(pictures.scene), await rasterOf(pictures.within), anything);
  expect(part?.what).toBe('whole');
  expect(part?.there.left).toBeCloseTo(90 / 300, 1.7);
  expect(part?.there.top).toBeCloseTo(20 / 300, 1.7);
  expect(part?.there.width).toBeCloseTo(130 / 300, 1.5);
});

test('of a long picture the square is found that a collage shows', async () => {
  const part = findPart(await rasterOf(pictures.long), await rasterOf(pictures.cell), anything);
  expect(part).toMatchObject({ of: 'first', what: 'middle' });
  expect(part?.own.left).toBeCloseTo(1 / 6, 1.7);
  expect(part?.own.width).toBeCloseTo(2 / 3, 1.7);
  expect(part?.there.left).toBeCloseTo(0.5, 1.7);
  expect(part?.there.height).toBeCloseTo(0.5, 1.5);
  const turned = findPart(await rasterOf(pictures.cell), await rasterOf(pictures.long), anything);
  expect(turned).toEqual({ ...part, of: 'second' });
});

test('where all of a long picture is shown, all of it is found', async () => {
  const part = findPart(await rasterOf(pictures.long), await rasterOf(pictures.longWithin), anything);
  expect(part).toMatchObject({ of: 'first', what: 'whole', own: { left: 0, width: 1 } });
  expect(part?.there.left).toBeCloseTo(0.3, 1.7);
  expect(part?.there.width).toBeCloseTo(0.5, 1.7);
});

test('what only resembles it is not taken for it, nor a background for what stands before another', async () => {
  for (const other of [pictures.otherBefore, pictures.without]) {
    expect(findPart(await rasterOf(pictures.thing), await rasterOf(other), anything)).toBeUndefined();
    expect((await compare(pictures.thing, other)).score).toBeLessThan(0.5);
  }
  expect(findPart(await rasterOf(pictures.scene), await rasterOf(pictures.before), anything)).toBeUndefined();
});

test('no part is looked for where another part of it would be no copy', async () => {
  expect((await compare(pictures.thing, pictures.before, 'fabric')).part).toBeUndefined();
});

test('the reason says what was found, and where', async () => {
  const examined = await examinePictures(checkedPair(pictures.thing, pictures.before), inlineOptions(analyser));
  if (!examined.ok) throw new Error(examined.failure.reason);
  const { because, decidedBy, comparison } = explainExamined(examined.value).explanation;
  expect(decidedBy).toBe('a part');
  expect(comparison.score).toBe(examined.value.scored.score);
  expect(because.en).toMatch(
    /^Looked for, what stands on the plain ground of the first picture is found within the second, at /u,
  );
  expect(because.zh).toMatch(/^经搜索，第一张图片纯色背景上的主体出现在第二张图片中/u);
});

test('a picture of which next to nothing is left when it is made small is not searched', () => {
  const line = { width: 320, height: 2, data: new Uint8Array(3 * 640).fill(90) };
  expect(findPart(line, line, anything)).toBeUndefined();
});

test('the part is outlined in both pictures', async () => {
  const examined = await examinePictures(checkedPair(pictures.thing, pictures.before), inlineOptions(analyser));
  if (!examined.ok) throw new Error(examined.failure.reason);
  const { explanation } = explainExamined(examined.value);
  const shown = { name: 'a.png', width: 200, height: 200, dataUri: '' };
  const svg = matchPanel(explanation, { pictures: [shown, shown], language: 'en' }, 0).svg;
  expect(svg.match(/<polygon/gu)).toHaveLength(4);
  expect(svg).not.toContain('stroke-dasharray');
});
