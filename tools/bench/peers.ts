/**
 * CPU time of a pair of 1.1 megapixel JPEGs, from the files to a number, beside other ways to compare pictures. All take turns within one run; the
 * medians of the rounds are reported. `npm run bench -- peers [--rounds 7] [--pairs 6] [--json]`
 */
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { imageHash } from 'image-hash';
import imghash from 'imghash';
import sharp from 'sharp';
import { ssim } from 'ssim.js';
import { networkSide } from '../../packages/engine/src/features/embedding-network.ts';
import { ensureModel } from '../../packages/engine/src/model/ensure-model.ts';
import { InferenceSession, Tensor } from '../../packages/engine/src/model/onnx-runtime.ts';
import { defaultModelDirectory } from '../../packages/engine/src/model/package-folder.ts';
import { median } from '../measure/quantile.ts';
import { readBenchOptions } from './bench-options.ts';
import { enlargedExamples, pairAt, unseenPairAt } from './example-pairs.ts';
import type { FilePair } from './example-pairs.ts';
import { decodeAndInfer, decoders } from './floor.ts';
import { startServed } from './served-engine.ts';
import type { ServedEngine } from './served-engine.ts';

const { rounds, pairs: pairsPerRound, json } = readBenchOptions('peers', { rounds: 7, pairs: 6 });
const warmRounds = 2;

/** The package declares a default export that its CommonJS module does not have. */
const sharpPhash = createRequire(import.meta.url)('sharp-phash') as (picture: Buffer) => Promise<string>;
/** The package declares no types. */
const { compare: resemble } = createRequire(import.meta.url)('resemblejs') as {
  compare(first: Buffer, second: Buffer, options: object, done: (error: unknown, found: object) => void): void;
};
const session = await InferenceSession.create(await ensureModel(defaultModelDirectory()));
const pictures = await enlargedExamples();
const engine = await startServed({ limits: { workers: 1 } });

const bothOf = (pair: FilePair, read: (file: Buffer) => Promise<unknown>): Promise<unknown[]> =>
  Promise.all(pair.map((file) => read(file)));

/** Decode, resize to the network's square, one inference, as examples on the web have it: default options, pixels in a loop. */
async function embedPlainly(file: Buffer): Promise<unknown> {
  const [side, area] = [networkSide, networkSide ** 2];
  const data = await sharp(file).resize(side, side, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const input = new Float32Array(3 * area);
  for (let at = 0; at < area; at += 1)
    for (let channel = 0; channel < 3; channel += 1) input[channel * area + at] = (data[3 * at + channel] ?? 0) / 255;
  return session.run({ pixels: new Tensor('float32', input, [1, 3, side, side]) });
}

/** Pixels of 256 × 256, as that package's loader for files would give them. */
async function pixelsOf(file: Buffer): Promise<{ data: Uint8ClampedArray; width: number; height: number }> {
  const data = await sharp(file).resize(256, 256, { fit: 'fill' }).ensureAlpha().raw().toBuffer();
  return { data: new Uint8ClampedArray(data), width: 256, height: 256 };
}

const hashWhole = (data: Buffer): Promise<unknown> =>
  promisify(imageHash)({ ext: 'image/jpeg', data, name: 'picture.jpg' }, 16, true);

const mismatch = ([first, second]: FilePair): Promise<unknown> => promisify(resemble)(first, second, {});

interface Contender {
  readonly name: string;
  readonly run: (pair: FilePair) => Promise<unknown>;
  /** Gives files nobody has seen; otherwise the same ones come again. */
  readonly fresh: boolean;
  /** Where the work is done in other processes. */
  readonly engine?: ServedEngine;
  readonly times: number[];
}

const contenders: readonly Contender[] = [
  { name: 'this engine, served over HTTP', run: (pair) => engine.compare(pair), fresh: true, engine, times: [] },
  { name: 'this engine, the same pair again', run: (pair) => engine.compare(pair), fresh: false, engine, times: [] },
  {
    name: 'decoding by sharp, network, no more',
    run: (pair) => decodeAndInfer(pair, decoders.bySharp),
    fresh: true,
    times: [],
  },
  {
    name: 'decoding as here, network, no more',
    run: (pair) => decodeAndInfer(pair, decoders.asHere),
    fresh: true,
    times: [],
  },
  { name: 'the same network the obvious way', run: (pair) => inTurn(pair, embedPlainly), fresh: true, times: [] },
  { name: 'sharp-phash', run: (pair) => bothOf(pair, sharpPhash), fresh: true, times: [] },
  { name: 'imghash', run: (pair) => bothOf(pair, (file) => imghash.hash(file, 16)), fresh: true, times: [] },
  { name: 'image-hash', run: (pair) => bothOf(pair, hashWhole), fresh: true, times: [] },
  { name: 'resemblejs', run: mismatch, fresh: true, times: [] },
  { name: 'ssim.js at 256 × 256', run: structuralSimilarity, fresh: true, times: [] },
];

async function inTurn(pair: FilePair, read: (file: Buffer) => Promise<unknown>): Promise<void> {
  for (const file of pair) await read(file);
}

async function structuralSimilarity([first, second]: FilePair): Promise<number> {
  return ssim(await pixelsOf(first), await pixelsOf(second)).mssim;
}

async function cpuMs({ run, fresh, engine: served }: Contender): Promise<number> {
  const pairs = Array.from({ length: pairsPerRound }, (_, index) => (fresh ? unseenPairAt : pairAt)(pictures, index));
  const usedMs = (): number => {
    if (served === undefined) return (process.cpuUsage().user + process.cpuUsage().system) / 1000;
    const { main, workers } = served.used();
    return main + workers;
  };
  const before = usedMs();
  for (const pair of pairs) await run(pair);
  return (usedMs() - before) / pairsPerRound;
}

for (let round = -warmRounds; round < rounds; round += 1) {
  process.stderr.write(`\rround ${Math.max(0, round)} of ${rounds} `);
  for (const contender of contenders) {
    const ms = await cpuMs(contender);
    if (round >= 0) contender.times.push(ms);
  }
}
process.stderr.write('\r                    \r');
await engine.stop();

const ours = median(contenders[0]?.times ?? []);
const rows = contenders.map(({ name, times }) => {
  const ms = median(times);
  return { name, cpuMs: ms, pairsPerSecondAndCore: 1000 / ms, ratio: ms / ours };
});
const table = rows.map(({ name, cpuMs: ms, pairsPerSecondAndCore, ratio }) =>
  [
    name.padEnd(36),
    ms.toFixed(1).padStart(8),
    pairsPerSecondAndCore.toFixed(1).padStart(12),
    ratio.toFixed(2).padStart(8),
  ].join(' '),
);
const head = ['a pair of 1.1 MP JPEGs'.padEnd(36), '  CPU ms', 'a core: pairs/s', '  × ours'].join(' ');
process.stdout.write(json ? `${JSON.stringify(rows, undefined, 2)}\n` : `${[head, ...table].join('\n')}\n`);
process.exit(0);
