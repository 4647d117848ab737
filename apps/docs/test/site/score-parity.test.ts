import { glob, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@semblance/client';
import { startEngine } from '@semblance/engine';
import type { Engine } from '@semblance/engine';
import { readPictureHeader } from '@semblance/picture';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { verdictOf } from '@semblance/engine/evidence';
import { approximateBound, possibleVerdicts } from '../../src/console/score-bound.ts';
import type { WorkerReply } from '../../src/page-engine/messages.ts';
import { siteBrowser } from './open-page.ts';

/*
 * Compares the page's engine, the shipped worker in Chromium, with a started engine on the same files. Scores are equal to six digits or,
 * with the browser's own decoder, within the bound that the page states, and the verdicts shown include the engine's.
 */
const { open } = siteBrowser();
const docs = path.join(import.meta.dirname, '../..');
const examples = path.join(docs, '../../examples');

/** Result of the page's worker for two files. */
type PageScore = { readonly score: number; readonly isApproximate: boolean } | { readonly code: string };

let engine: Engine | undefined;
let page: Page | undefined;

beforeAll(async () => {
  engine = await startEngine({
    allowAnonymous: true,
    settings: {
      listen: { port: 0 },
      instances: ['generic', 'product', 'trademark'].map((serviceType) => ({
        name: serviceType,
        owner: 'docs',
        ...(serviceType === 'generic' ? {} : { serviceType: serviceType as 'product' }),
        queriesPerSecond: 10_000,
        burst: 10_000,
      })),
    },
  });
  ({ page } = await open('/console/'));
  const built = await readdir(path.join(docs, 'dist/_astro'));
  const worker = built.find((name) => /^worker-.*\.js$/u.test(name)) ?? '';
  await page.evaluate((url) => {
    Object.assign(globalThis, { pageWorker: new Worker(url, { type: 'module' }), lastId: 0 });
  }, `/_astro/${worker}`);
}, 180_000);
afterAll(() => engine?.stop());

async function pageScore(first: Uint8Array, second: Uint8Array, serviceType: string): Promise<PageScore> {
  const files = [first, second].map((bytes) => {
    const reading = readPictureHeader(bytes);
    return {
      base64: Buffer.from(bytes).toString('base64'),
      header: reading.kind === 'picture' ? reading.header : undefined,
    };
  });
  const reply = await page?.evaluate(
    async ({ pictures, type }) => {
      const scope = globalThis as unknown as { pageWorker: Worker; lastId: number };
      const [primary, secondary] = pictures.map(({ base64, header }) => ({
        header,
        bytes: Uint8Array.from(atob(base64), (letter) => letter.codePointAt(0) ?? 0),
      }));
      scope.lastId += 1;
      const id = scope.lastId;
      return new Promise<WorkerReply>((resolve) => {
        scope.pageWorker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
          if (data.id !== id || (data.kind !== 'done' && data.kind !== 'failed')) return;
          // Rasters stay in the page.
          const slim =
            data.kind === 'done' ? { ...data, examination: { ...data.examination, explanation: {}, shown: [] } } : data;
          resolve(slim as unknown as WorkerReply);
        });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
        scope.pageWorker.postMessage({ id, pair: { primary, secondary }, serviceType: type, withNetwork: true });
      });
    },
    { pictures: files, type: serviceType },
  );
  if (reply?.kind === 'failed')
    return { code: reply.failure.kind === 'picture' ? reply.failure.code : reply.failure.detail };
  if (reply?.kind !== 'done') throw new Error('the page’s engine gave no answer');
  return { score: reply.examination.score ?? Number.NaN, isApproximate: reply.examination.isApproximate };
}

async function engineScore(first: Uint8Array, second: Uint8Array, instanceName: string): Promise<number> {
  const client = createClient({ endpoint: engine?.url ?? '', instanceName });
  return (await client.compare(first, second)).score;
}

/** Unexpected differences of one comparison; `undefined` if there are none. */
async function difference(first: Uint8Array, second: Uint8Array, serviceType = 'generic'): Promise<string | undefined> {
  const [theirs, ours] = await Promise.all([
    engineScore(first, second, serviceType),
    pageScore(first, second, serviceType),
  ]);
  if ('code' in ours) return `engine ${theirs}, page ${ours.code}`;
  const bound = ours.isApproximate ? approximateBound : 1e-6;
  const isWithin = Math.abs(ours.score - theirs) <= bound + 1e-9;
  const words = ours.isApproximate ? possibleVerdicts(ours.score) : [verdictOf(ours.score)];
  const hasWord = words.some(({ name }) => name === verdictOf(theirs).name);
  if (process.env['PARITY_LOG'] !== undefined) console.log(ours.isApproximate ? '~' : '=', theirs, ours.score);
  return isWithin && hasWord
    ? undefined
    : `engine ${theirs}, page ${ours.score}${ours.isApproximate ? ' (approximate)' : ''}`;
}

const bytesOf = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(path.join(examples, name)));

async function differing(pairs: readonly (readonly [string, string, string?])[]): Promise<string[]> {
  const found: string[] = [];
  for (const [first, second, serviceType] of pairs) {
    const problem = await difference(await bytesOf(first), await bytesOf(second), serviceType);
    if (problem !== undefined) found.push(`${first} ${second} ${serviceType ?? ''}: ${problem}`);
  }
  return found;
}

async function examplesLike(pattern: string): Promise<string[]> {
  const names: string[] = [];
  for await (const name of glob(pattern, { cwd: examples })) names.push(name);
  return names.toSorted();
}

test('every example beside another, and every edited one beside its original', { timeout: 600_000 }, async () => {
  const names = await examplesLike('*-*.jpg');
  const edited = await examplesLike('edited/*.jpg');
  expect(names.length + edited.length).toBeGreaterThan(50);
  // Each once: what pairs of them score is `PARITY=all`.
  const neighbours = names
    .map((name, at) => [name, names[(at + 1) % names.length] ?? ''] as const)
    .filter((_, at) => at % 2 === 0);
  const originals = edited.map((name) => [`${/^edited\/(.*-front)-/u.exec(name)?.[1]}.jpg`, name] as const);
  expect(await differing([...neighbours, ...originals])).toEqual([]);
});

/** Takes about half an hour; run it after changing a decoder or the scaler. */
test.runIf(process.env['PARITY'] === 'all')('every labelled pair of the examples', { timeout: 3_600_000 }, async () => {
  const [, ...lines] = (await readFile(path.join(examples, 'pairs.csv'), 'utf8')).trim().split('\n');
  const pairs = lines.map((line) => line.trim().split(',') as [string, string, string]);
  expect(await differing(pairs.map(([first, second]) => [first, second] as const))).toEqual([]);
});

test('every format beside every other', { timeout: 300_000 }, async () => {
  const names = await examplesLike('formats/*.*');
  expect(names.length).toBeGreaterThanOrEqual(7);
  const [first = ''] = names;
  expect(await differing(names.map((name) => [first, name] as const))).toEqual([]);
});

test('service types work as in the engine', { timeout: 300_000 }, async () => {
  const pairs = [
    ['mug-daily-front.jpg', 'mug-dots-front.jpg'],
    ['mug-daily-front.jpg', 'edited/mug-daily-front-cropped.jpg'],
  ] as const;
  const tasks = pairs.flatMap((pair) => ['product', 'trademark'].map((serviceType) => [...pair, serviceType] as const));
  expect(await differing(tasks)).toEqual([]);
});

describe('kinds of files that the examples lack', () => {
  const scene = sharp(path.join(examples, 'mug-daily-front.jpg'));
  const small = scene.clone().resize(300, 225, { fit: 'fill' });
  const logo = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><g fill="#fff"><circle cx="150" cy="150" r="90"/><rect x="220" y="60" width="120" height="180" rx="20" opacity=".7"/></g></svg>',
  );
  test.each([
    ['a progressive JPEG', scene.clone().jpeg({ progressive: true })],
    ['a JPEG without halved colours', scene.clone().jpeg({ chromaSubsampling: '4:4:4' })],
    ['a grey JPEG', scene.clone().toColourspace('b-w').jpeg()],
    ['a CMYK JPEG', scene.clone().toColourspace('cmyk').jpeg({ quality: 90 })],
    ['a JPEG with a colour profile', scene.clone().withIccProfile('p3').jpeg({ quality: 90 })],
    ['a PNG with a colour profile', small.clone().withIccProfile('p3').png()],
    ['a PNG of 16 bits', scene.clone().toColourspace('rgb16').png()],
    ['a PNG with a palette', scene.clone().png({ palette: true, colours: 64 })],
    ['a lossless WebP', scene.clone().webp({ lossless: true })],
    ['a lossy WebP', scene.clone().webp({ quality: 80 })],
    ['a small lossy WebP', small.clone().webp({ quality: 80 })],
    ['a GIF', scene.clone().gif()],
    ['a TIFF with LZW', scene.clone().tiff({ compression: 'lzw' })],
    ['a TIFF with JPEG inside', scene.clone().tiff({ compression: 'jpeg', quality: 80 })],
    ['a TIFF in tiles', scene.clone().tiff({ compression: 'jpeg', tile: true, tileWidth: 128, tileHeight: 128 })],
    ['a TIFF of black and white', scene.clone().toColourspace('b-w').tiff({ compression: 'none', bitdepth: 1 })],
    ['a white logo on nothing, PNG', sharp(logo).png()],
    ['a white logo on nothing, lossless WebP', sharp(logo).webp({ lossless: true })],
  ])('%s', { timeout: 120_000 }, async (_, encoder) => {
    const bytes = new Uint8Array(await encoder.toBuffer());
    expect(await difference(await bytesOf('mug-daily-front.jpg'), bytes)).toBeUndefined();
    expect(await difference(await bytesOf('mug-dots-front.jpg'), bytes)).toBeUndefined();
  });

  test('an animation, frame by frame', { timeout: 120_000 }, async () => {
    const frames = await Promise.all(
      ['mug-daily-front.jpg', 'mug-dots-front.jpg', 'shoe-navy-front.jpg'].map((name) =>
        sharp(path.join(examples, name)).resize(320, 240, { fit: 'fill' }).png().toBuffer(),
      ),
    );
    const animation = new Uint8Array(
      await sharp(frames, { join: { animated: true } })
        .gif({ delay: [100, 100, 100] })
        .toBuffer(),
    );
    expect(await difference(animation, await bytesOf('shoe-navy-front.jpg'))).toBeUndefined();
    expect(await difference(animation, animation.slice())).toBeUndefined();
  });

  test('a truncated file gets the engine’s code', async () => {
    const whole = await bytesOf('mug-daily-front.jpg');
    const cut = whole.subarray(0, whole.length >> 1);
    expect(await pageScore(whole, cut, 'generic')).toEqual({ code: 'InvalidSecondaryPicContent' });
    expect(await pageScore(cut, whole, 'generic')).toEqual({ code: 'InvalidPrimaryPicContent' });
    await expect(engineScore(whole, cut, 'generic')).rejects.toMatchObject({ wireCode: 'InvalidSecondaryPicContent' });
  });
});
