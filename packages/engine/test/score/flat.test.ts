import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Analyser } from '../../src/compare/analyser.ts';
import { examinePictures } from '../../src/compare/compare-pictures.ts';
import { explainExamined } from '../../src/compare/explain-examined.ts';
import type { Explanation } from '../../src/score/explain/explain-pair.ts';
import { createAnalyser } from '../../src/workers/analyser/create-analyser.ts';
import { checkedPair, inlineOptions } from './checked-pair.ts';

let analyser: Analyser;
beforeAll(async () => {
  analyser = await createAnalyser({ threads: 1 });
});
afterAll(() => analyser.release());

function flat(background: string, [width, height]: readonly [number, number], format: 'png' | 'jpeg'): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background } })
    .toFormat(format)
    .toBuffer();
}

async function explain(first: Uint8Array, second: Uint8Array): Promise<Explanation> {
  const examined = await examinePictures(checkedPair(first, second), inlineOptions(analyser));
  if (!examined.ok) throw new Error(examined.failure.reason);
  return explainExamined(examined.value).explanation;
}

test('the same colour all over is the same picture, and is not laid over the other: nothing in it could be seen again', async () => {
  const { comparison, because } = await explain(
    await flat('#000', [400, 300], 'png'),
    await flat('#000', [640, 480], 'jpeg'),
  );
  expect(comparison.score).toBeGreaterThan(0.9);
  expect(comparison.difference).toBeUndefined();
  expect(because.en).toMatch(/only their colours can be compared/);
});

test.each([
  ['#000', '#fff'],
  ['#c02020', '#2020c0'],
] as const)('%s all over is not %s all over', async (one, other) => {
  const { comparison } = await explain(await flat(one, [400, 300], 'png'), await flat(other, [400, 300], 'png'));
  expect(comparison.score).toBeLessThan(0.2);
  expect(comparison.difference).toBeUndefined();
});

test('of a picture that shows nothing that is said, and no colour of it is compared', async () => {
  const empty = { create: { width: 300, height: 300, channels: 4, background: '#00000000' } } as const;
  const logo = await flat('#c02020', [300, 300], 'png');
  const { comparison, because } = await explain(logo, await sharp(empty).png().toBuffer());
  expect(comparison.score).toBe(0);
  expect(comparison.notes.filter(({ picture }) => picture === 'second').map(({ name }) => name)).toEqual([
    'nothing-visible',
  ]);
  expect(because.zh).toBe('第二张图片没有任何可见内容，因此与任何有内容的图片都不相似。');
});
