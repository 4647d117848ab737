import type { Estimate } from './evaluation-file.ts';
import { serviceTypes } from '@semblance/spec/limits';
import { expect, test } from 'vitest';
import { clusteredBootstrap } from './metrics.ts';
import type { PictureEntry } from './pictures/picture-set.ts';
import { seeded } from './pictures/seeded.ts';
import type { ScoredPair } from './samples.ts';
import { measuredServiceTypes, serviceTypeSamples } from './service-type-samples.ts';
import { measureServiceType, recallByTreatment, serviceTypeAreas } from './service-types.ts';
import type { Pair } from './tasks.ts';

function entry(role: PictureEntry['role'], object: string): PictureEntry {
  return { file: object, object, kind: object, split: 'test', variant: 'original', role };
}

function scored(
  pair: Omit<Pair, 'first' | 'second'> & { objects: readonly [string, string] },
  score: number,
): ScoredPair {
  const [first, second] = pair.objects.map((object) => entry(pair.role, object)) as [PictureEntry, PictureEntry];
  const { relation, role, detail } = pair;
  return { pair: { first, second, relation, role, detail }, score };
}

const copy = (object: string, score: number, detail = 'grey'): ScoredPair =>
  scored({ objects: [object, object], relation: 'logo copy', role: 'logo', detail }, score);
const other = (object: string, score: number): ScoredPair =>
  scored({ objects: [object, 'z'], relation: 'other logo', role: 'logo', detail: '' }, score);
const plate = (object: string, score: number): ScoredPair =>
  scored({ objects: [object, 'z'], relation: 'same plate', role: 'logo', detail: '' }, score);

const value = ({ value }: Estimate): number => value;

test('every service type that is compared without configuration has a table', () => {
  const comparable = Object.entries(serviceTypes).filter(([, { comparable }]) => comparable);
  expect(measuredServiceTypes.toSorted()).toEqual(comparable.map(([name]) => name).toSorted());
});

test('recall, false positives and precision of a worked example', () => {
  // At 0.5: 3 of 4 copies and 1 of 5 others pass; with one match in ten, .1 × .75 against .9 × .2.
  const pairs = [
    ...[0.9, 0.7, 0.5, 0.2].map((score) => copy('a', score)),
    ...[0.6, 0.4, 0.3, 0.1, 0].map((score) => other('b', score)),
    ...[0.8, 0.4].map((score) => plate('c', score)),
  ];
  const meaning = measureServiceType(pairs, serviceTypeSamples.trademark, [0.5, 0.95]);
  const [half, high] = meaning.thresholds;
  expect(meaning).toMatchObject({ positives: 4, negatives: 5, objects: 1 });
  expect([half?.recall, half?.falsePositiveRate, half?.precision].map((figure) => figure && value(figure))).toEqual([
    0.75,
    expect.closeTo(0.2, 12),
    expect.closeTo(0.075 / 0.255, 12),
  ]);
  expect(half?.doubtful).toEqual({ 'same plate': 0.5 });
  expect([high?.recall, high?.falsePositiveRate, high?.precision].map((figure) => figure && value(figure))).toEqual([
    0, 0, 1,
  ]);
  // 0.9 and 0.7 beat all five, 0.5 beats four, 0.2 beats two: 16 of 20.
  expect(value(meaning.rocArea)).toBeCloseTo(16 / 20, 12);
});

test('pairs of one object are redrawn together', () => {
  const random = (): (() => number) => seeded(3);
  const mean = (positives: readonly number[]): number[] => [
    positives.reduce((sum, score) => sum + score, 0) / positives.length,
  ];
  const width = (positives: readonly (readonly number[])[]): number => {
    const [estimate] = clusteredBootstrap({ positives, negatives: [[0]] }, mean, { redraws: 400, random: random() });
    return (estimate?.high ?? 0) - (estimate?.low ?? 0);
  };
  // Ten objects with twenty equal pairs each tell as much as ten pairs, not as two hundred.
  const objects = Array.from({ length: 10 }, (_, index) => Array.from({ length: 20 }, () => index / 10));
  const alone = width(objects.map(([first = 0]) => [first]));
  expect(width(objects)).toBeCloseTo(alone, 12);
  expect(width(objects.flat().map((score) => [score]))).toBeLessThan(0.5 * alone);
});

test('estimates lie within their intervals and repeat to the bit', () => {
  const random = seeded(5);
  const pairs = Array.from({ length: 60 }, (_, index) => [
    copy(`o${index % 12}`, 0.3 + 0.7 * random()),
    other(`o${index % 12}`, random()),
  ]).flat();
  const measure = () => measureServiceType(pairs, serviceTypeSamples.trademark, [0.5, 0.7]);
  expect(measure()).toEqual(measure());
  for (const { recall, falsePositiveRate, precision } of measure().thresholds) {
    for (const figure of [recall, falsePositiveRate, precision]) {
      expect(figure.low).toBeLessThanOrEqual(figure.value);
      expect(figure.high).toBeGreaterThanOrEqual(figure.value);
      expect(figure.high).toBeGreaterThan(figure.low);
    }
  }
});

test('a shop picture counts for product search, a room for furniture alone', () => {
  const view = (detail: string): Pair =>
    scored({ objects: ['chair', 'chair'], relation: 'same item', role: 'furniture', detail }, 0).pair;
  const isFor = (pair: Pair): string[] =>
    measuredServiceTypes.filter((name) => serviceTypeSamples[name].isPositive(pair));
  expect(isFor(view('white + white'))).toEqual(['product', 'furniture']);
  expect(isFor(view('photograph + white'))).toEqual(['furniture']);
  const photograph = (object: string): Pair =>
    scored({ objects: [object, object], relation: 'copy', role: 'photograph', detail: 'crop' }, 0).pair;
  expect(isFor(photograph('tuxpaint-stamps-default/cup.png'))).toEqual(['generic', 'product']);
  expect(isFor(photograph('mate-backgrounds/sea.jpg'))).toEqual(['generic']);
});

test('other kinds of one role are others for furniture, doubtful for products', () => {
  const chairs = scored(
    { objects: ['a', 'b'], relation: 'same kind', role: 'furniture', detail: 'white + white' },
    0,
  ).pair;
  expect(serviceTypeSamples.furniture.isNegative(chairs)).toBe(true);
  expect(serviceTypeSamples.product.isNegative(chairs)).toBe(false);
  expect(serviceTypeSamples.product.isDoubtful(chairs)).toBe(true);
});

test('areas and treatments count only their own service type', () => {
  const pairs = [copy('a', 0.9), copy('a', 0.2, 'turned'), copy('b', 0.6, 'turned'), other('c', 0.3)];
  expect(serviceTypeAreas(() => pairs).trademark).toBeCloseTo(2 / 3, 12);
  expect(recallByTreatment(pairs, serviceTypeSamples.trademark, 0.5)).toEqual({ grey: 1, turned: 0.5 });
  expect(recallByTreatment(pairs, serviceTypeSamples.fabric, 0.5)).toEqual({});
});
