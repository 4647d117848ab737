import { checkPicture } from '@semblance/picture';
import { serviceTypes } from '@semblance/spec/limits';
import type { ServiceType } from '@semblance/spec/limits';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInProfile } from '../../src/config/built-in-profile.ts';
import type { Analyser, CheckedPicture } from '../../src/compare/analyser.ts';
import { createAnalyser } from '../../src/workers/analyser/create-analyser.ts';
import { runInline } from '../../src/workers/analyser/run-inline.ts';
import { monotonicMs } from '../../src/clock.ts';
import { comparePictures } from '../../src/compare/compare-pictures.ts';
import type { ScoredPair } from '../../src/compare/score-pair.ts';
import { scenePng } from './test-pictures.ts';

let analyser: Analyser;
let pictures: Record<'black' | 'white' | 'other' | 'scene' | 'negative' | 'darker', Buffer>;
// All pictures first: once a picture is decoded, this process reads no SVG any more.
beforeAll(async () => {
  const scene = await scenePng(71);
  pictures = {
    black: await emblem('#000', '#fff', anchor),
    white: await emblem('#fff', '#000', anchor),
    other: await emblem('#fff', '#000', bolt),
    scene,
    negative: await sharp(scene).negate({ alpha: false }).png().toBuffer(),
    darker: await sharp(scene).linear(0.5, 0).png().toBuffer(),
  };
  analyser = await createAnalyser({ threads: 1 });
});
afterAll(() => analyser.release());

function checked(bytes: Uint8Array): CheckedPicture {
  const check = checkPicture(bytes, { which: 'primary', pixelRange: serviceTypes.generic });
  if (!check.ok) throw new Error(check.detail.en);
  return { bytes, header: check.header };
}

async function compare(a: Uint8Array, b: Uint8Array, serviceType: ServiceType): Promise<ScoredPair> {
  const compared = await comparePictures(
    { primary: checked(a), secondary: checked(b) },
    {
      runJob: runInline(analyser),
      profile: builtInProfile,
      serviceType,
      deadlineAtMs: monotonicMs() + 60_000,
    },
  );
  if (!compared.ok) throw new Error(compared.failure.reason);
  return compared.value;
}

const emblem = (ink: string, ground: string, mark: string): Promise<Buffer> =>
  sharp(
    Buffer.from(
      `<svg width="300" height="300"><rect width="300" height="300" fill="${ground}"/><g fill="${ink}">${mark}</g></svg>`,
    ),
  )
    .png()
    .toBuffer();
const anchor =
  '<circle cx="150" cy="70" r="30"/><rect x="138" y="90" width="24" height="150"/><path d="M60 180h40c0 40 100 40 100 0h40c0 110-180 110-180 0z"/>';
const bolt = '<path d="M170 30L80 170h60l-20 100 110-150h-65z"/>';

test('an emblem in reversed tones is the same trademark, and less of a match for an article', async () => {
  const { black, white } = pictures;
  const asMark = await compare(black, white, 'trademark');
  expect(asMark.score).toBeGreaterThanOrEqual(0.97);
  expect(asMark.difference?.registration.inverted).toBe(true);
  expect((await compare(white, black, 'trademark')).score).toBe(asMark.score);
  expect((await compare(black, white, 'product')).score).toBeLessThan(0.9);
});

test('another emblem in reversed tones stays another one', async () => {
  expect((await compare(pictures.black, pictures.other, 'trademark')).score).toBeLessThan(0.5);
});

test('a negative of a picture is found, a picture in other tones is not taken for one', async () => {
  const { scene, negative, darker } = pictures;
  expect((await compare(scene, negative, 'generic')).score).toBeGreaterThanOrEqual(0.9);
  expect((await compare(scene, darker, 'generic')).difference?.registration.inverted).toBe(false);
});
