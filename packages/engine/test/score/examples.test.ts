import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import { beforeAll, expect, test } from 'vitest';
import { recallAtFalsePositiveRate, rocArea } from '../../../../tools/eval/metrics.ts';
import { averageHash, differenceHash } from '../../../../tools/eval/peers/grey-hashes.ts';
import type { Peer } from '../../../../tools/eval/peers/peer.ts';
import type { FeatureSet } from '../../src/features/feature-set.ts';
import { decodePicture } from '../../src/ingest/decode.ts';
import { openExtractor } from '../../src/model/open-extractor.ts';
import type { Raster } from '../../src/raster.ts';
import { compareFeatures } from '../../src/score/compare-features.ts';

/**
 * The regression floor of the score, on the rendered examples: small enough for every run, and no part of them has
 * fitted anything. The full evaluation is `npm run eval`.
 */
const folder = path.join(import.meta.dirname, '../../../../examples');

interface ExamplePair {
  readonly a: string;
  readonly b: string;
  readonly label: string;
}

let pairs: ExamplePair[];
const features = new Map<string, FeatureSet>();
const described = new Map<Peer, Map<string, unknown>>([averageHash, differenceHash].map((peer) => [peer, new Map()]));

function featuresOf(file: string): FeatureSet {
  const found = features.get(file);
  if (found === undefined) throw new Error(`${file} was not read`);
  return found;
}

/** Every pair is compared once, however many tests ask for its score. */
const scores = new Map<ExamplePair, number>();

function score(pair: ExamplePair): number {
  const known = scores.get(pair);
  if (known !== undefined) return known;
  const computed = compareFeatures(featuresOf(pair.a), featuresOf(pair.b), { identicalPixels: false }).score;
  scores.set(pair, computed);
  return computed;
}

const scoresOf = (label: string): number[] => pairs.filter((pair) => pair.label === label).map(score);
const peerScores = (peer: Peer, label: string): number[] =>
  pairs
    .filter((pair) => pair.label === label)
    .map(({ a, b }) => peer.compare(described.get(peer)?.get(a), described.get(peer)?.get(b)));

async function rasterOf(file: string): Promise<Raster> {
  const bytes = await readFile(path.join(folder, file));
  const check = checkPicture(bytes, { which: 'primary', pixelRange: serviceTypes.generic });
  if (!check.ok) throw new Error(check.detail.en);
  const raster = await decodePicture(bytes, check.header);
  if (!raster.ok) throw new Error(`${file} was not decoded`);
  return raster.value;
}

beforeAll(async () => {
  const lines = (await readFile(path.join(folder, 'pairs.csv'), 'utf8')).trim().split('\n').slice(1);
  pairs = lines.map((line) => {
    const [a = '', b = '', label = ''] = line.split(',');
    return { a, b, label };
  });
  const extractor = await openExtractor({ threads: 2 });
  for (const file of new Set(pairs.flatMap(({ a, b }) => [a, b]))) {
    const raster = await rasterOf(file);
    features.set(file, await extractor.extract(raster));
    for (const [peer, files] of described) files.set(file, await peer.describe(Buffer.alloc(0), raster));
  }
  await extractor.release();
}, 120_000);

test('every edited copy ranks above everything else, and a resized or re-encoded one scores at least 0.85', () => {
  expect(Math.min(...scoresOf('same-picture'))).toBeGreaterThan(Math.max(...scoresOf('different')));
  const gentle = pairs.filter(({ b, label }) => label === 'same-picture' && /-(resized|low-quality)\.jpg$/.test(b));
  expect(gentle.length).toBeGreaterThanOrEqual(6);
  for (const pair of gentle)
    expect([pair.b, score(pair)]).toEqual([pair.b, expect.toSatisfy((value: number) => value >= 0.85)]);
});

test('other views of an object rank above other objects', () => {
  expect(rocArea(scoresOf('same-item'), scoresOf('different'))).toBeGreaterThan(0.97);
  expect(recallAtFalsePositiveRate(scoresOf('same-item'), scoresOf('different'), 0.01)).toBeGreaterThan(0.6);
});

test('objects of one kind rank above objects of other kinds, and below views of one object', () => {
  expect(rocArea(scoresOf('same-kind'), scoresOf('different'))).toBeGreaterThan(0.8);
  expect(rocArea(scoresOf('same-item'), scoresOf('same-kind'))).toBeGreaterThan(0.65);
});

test('different objects stay low: half of them below 0.3, at most one in a hundred above 0.6', () => {
  const different = scoresOf('different').toSorted((a, b) => a - b);
  expect(different[Math.floor(different.length / 2)]).toBeLessThan(0.3);
  expect(different[Math.floor(different.length * 0.99)]).toBeLessThan(0.6);
});

test.each([averageHash, differenceHash])('clearly better than $name at other views', (peer) => {
  const own = rocArea(scoresOf('same-item'), scoresOf('different'));
  expect(own).toBeGreaterThan(rocArea(peerScores(peer, 'same-item'), peerScores(peer, 'different')) + 0.05);
});
