import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Analyser } from '../../src/compare/analyser.ts';
import { comparePictures } from '../../src/compare/compare-pictures.ts';
import type { ScoredPair } from '../../src/compare/score-pair.ts';
import { createAnalyser } from '../../src/workers/analyser/create-analyser.ts';
import { animate } from '../pictures/drawn-logo.ts';
import { differenceWords } from '../../src/score/explain/difference-words.ts';
import { checkedPair, inlineOptions } from './checked-pair.ts';
import { scenePng } from './test-pictures.ts';

let analyser: Analyser;
let scenes: readonly Buffer[];
// All scenes first: once a picture is decoded, this process reads no SVG any more.
beforeAll(async () => {
  scenes = await Promise.all(
    [61, 62, 63, 64, 65, 66, 67, 68, 69].map(async (seed) =>
      sharp(await scenePng(seed))
        .resize(240, 180, { fit: 'fill' })
        .png()
        .toBuffer(),
    ),
  );
  analyser = await createAnalyser({ threads: 1 });
});
afterAll(() => analyser.release());

const film = (...numbers: readonly number[]): Promise<Buffer> =>
  animate(
    numbers.map((number) => scenes[number] ?? Buffer.alloc(0)),
    'webp',
  );

async function compare(first: Uint8Array, second: Uint8Array): Promise<ScoredPair> {
  const compared = await comparePictures(checkedPair(first, second), inlineOptions(analyser));
  if (!compared.ok) throw new Error(compared.failure.reason);
  return compared.value;
}

test('animations that share a frame are not called the same', async () => {
  const [one, other] = [await film(0, 1, 2), await film(0, 3, 4)];
  const { score, difference } = await compare(one, other);
  expect(difference?.case).toBe('shared-frames');
  expect(score).toBeLessThan(0.7);
  expect((await compare(other, one)).difference?.case).toBe('shared-frames');
});

test('one frame that they share is told where next to all others are different', async () => {
  const { score, difference } = await compare(await film(0, 1, 2, 3, 4), await film(0, 5, 6, 7, 8));
  expect(score).toBeLessThan(0.45);
  expect(difference && differenceWords(difference)).toEqual({
    en: 'they share frames, not all of them: 1 of 5 compared',
    zh: '两者只有部分帧相同：比对的 5 帧中有 1 帧',
  });
});

test('nor where all frames of one look like the frame that they share', async () => {
  const shots = await Promise.all(
    [0, 6, 12].map((left) =>
      sharp(scenes[0]).extract({ left, top: 6, width: 220, height: 165 }).resize(240, 180).png().toBuffer(),
    ),
  );
  const clip = await animate(shots, 'webp');
  const cut = await animate([shots[0] ?? Buffer.alloc(0), ...scenes.slice(3, 5)], 'webp');
  expect((await compare(clip, cut)).score).toBeLessThan(0.7);
  expect((await compare(clip, await animate(shots.toReversed(), 'gif'))).score).toBeGreaterThan(0.9);
});

test('an animation with another first frame is very likely the same one, never almost certainly', async () => {
  const { score, difference } = await compare(await film(0, 1, 2, 3, 4, 5, 6, 7), await film(8, 1, 2, 3, 4, 5, 6, 7));
  expect(difference?.case).toBe('shared-frames');
  expect(difference?.sharedFrames).toEqual({ found: 7, compared: 8 });
  expect(score).toBeGreaterThan(0.7);
  expect(score).toBeLessThan(0.9);
  expect(difference && differenceWords(difference).en).toBe('they share frames, not all of them: 7 of 8 compared');
});

test('an animation in another order, a part of it and one of its frames are seen again in it', async () => {
  const whole = await film(0, 1, 2);
  for (const part of [await film(2, 0, 1), await film(1, 2), scenes[1] ?? Buffer.alloc(0)]) {
    const { score, difference } = await compare(whole, part);
    expect(difference?.case).toBe('seen-again');
    expect(score).toBeGreaterThan(0.9);
  }
});
