import { expect, test } from 'vitest';
import { buildLookAlikePairs } from './look-alike-pairs.ts';
import { measureLookAlikes } from './look-alikes.ts';
import type { PictureEntry } from './pictures/picture-set.ts';

const picture = (scene: string, content: number, variant = 'original'): PictureEntry => ({
  file: `${scene}-${content}-${variant}`,
  object: `${scene}/${content}`,
  kind: 'receipt',
  split: 'test',
  variant,
  role: 'look-alike',
  scene,
});
const entries = [
  picture('shop', 0),
  picture('shop', 0, 'scan'),
  picture('shop', 1),
  picture('other shop', 0),
  picture('other shop', 1),
];

test('copies are paired with their original, contents with others of their design, as they are and copied', () => {
  const pairs = buildLookAlikePairs(entries, 1);
  const names = pairs.map(({ relation, first, second }) => `${relation}: ${first.file}, ${second.file}`);
  expect(names).toEqual([
    'look-alike copy: shop-0-original, shop-0-scan',
    'look-alike: shop-0-original, shop-1-original',
    'look-alike: shop-1-original, shop-0-scan',
    'look-alike: other shop-0-original, other shop-1-original',
  ]);
});

test('no look-alike pair shows one content, and the same seed gives the same pairs', () => {
  const pairs = buildLookAlikePairs(entries, 1);
  expect(
    pairs.filter(({ relation, first, second }) => relation === 'look-alike' && first.object === second.object),
  ).toEqual([]);
  expect(buildLookAlikePairs(entries, 1)).toEqual(pairs);
});

test('families are measured by the area between their copies and their look-alikes, and by the marks', () => {
  const scored = buildLookAlikePairs(entries, 1).map((pair, index) => ({
    pair,
    score: [0.8, 0.95, 0.6, 0.1][index] ?? 0,
  }));
  const [receipts, , all] = measureLookAlikes(scored);
  expect(receipts?.rocArea).toBeCloseTo(2 / 3);
  expect(receipts?.lookAlikes).toMatchObject({ count: 3, from: [2 / 3, 1 / 3, 1 / 3] });
  expect(receipts?.copies).toMatchObject({ count: 1, median: 0.8, from: [1, 1, 0] });
  expect(all).toMatchObject({ rocArea: receipts?.rocArea });
});
