import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import sharp from 'sharp';
import { scenePng } from '../../packages/engine/test/score/test-pictures.ts';
import { decodeRaster } from '../eval/load-raster.ts';
import { averageHash } from '../eval/peers/grey-hashes.ts';
import { packagedBlockhash, packagedPhash } from '../eval/peers/packaged-hashes.ts';
import { pdq } from '../eval/peers/pdq.ts';
import { structuralSimilarity } from '../eval/peers/structural-similarity.ts';
import { median } from '../measure/quantile.ts';
import { readCommandLine } from '../../scripts/command-line.ts';
import { analysesOf, checked, pairOf, pairSteps, ungatedPairs } from './whole-pair.ts';
import type { RatedPair } from './whole-pair.ts';
import { builtInAnalyser } from '../../packages/engine/src/workers/analyser/built-in-analyser.ts';
import { decodeDetail } from '../../packages/engine/src/workers/analyser/decode-detail.ts';
import { extractFeatures } from '../../packages/engine/src/features/extract-features.ts';
import { labHistogram } from '../../packages/engine/src/features/lab-histogram.ts';
import { lumaOf } from '../../packages/engine/src/features/luma.ts';
import { networkInput } from '../../packages/engine/src/features/network-input.ts';
import { orbFeatures } from '../../packages/engine/src/features/orb.ts';
import { pictureTraits } from '../../packages/engine/src/features/picture-traits.ts';
import { placeRaster } from '../../packages/engine/src/features/raster-kernels.ts';
import type { LumaPlane } from '../../packages/engine/src/raster.ts';
import { ensureModel } from '../../packages/engine/src/model/ensure-model.ts';
import { libvipsDecoder } from '../../packages/engine/src/ingest/libvips-decoder.ts';
import { defaultModelDirectory } from '../../packages/engine/src/model/package-folder.ts';
import { openNetwork } from '../../packages/engine/src/model/open-network.ts';
import { compareFeatures, compareWithPoints } from '../../packages/engine/src/score/compare-features.ts';
import { measureDifference } from '../../packages/engine/src/score/difference/difference.ts';
import { localAgreement } from '../../packages/engine/src/score/local-agreement.ts';
import { matchDescriptors } from '../../packages/engine/src/score/match-descriptors.ts';

readCommandLine(
  'npm run bench:similarity -w tools, or npm run bench -- similarity\n\nTime per picture and per pair of each feature. It takes no options.',
);

/**
 * CPU time of each part of the similarity, per picture and per pair, beside peers: all parts take turns within one run,
 * and the median of the rounds is reported, because the machine may be busy with other things. One network serves all
 * parts, as in the engine: two would push each other's weights out of the cache.
 */
const rounds = 9;
const usualRepeats = 12;

interface Part {
  readonly name: string;
  readonly per: 'picture' | 'pair';
  readonly run: (turn: number) => unknown;
  /** What `run` needs, and is not measured; it is done before each repeat. */
  readonly prepare?: (turn: number) => Promise<void>;
  readonly repeats: number;
  readonly times: number[];
}

/** A scene with grain: about the bytes and the keypoints of a photograph. */
async function megapixelJpeg(seed: number): Promise<Buffer> {
  const size = { width: 1155, height: 866, channels: 3 } as const;
  const grain = sharp({
    create: { ...size, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });
  return sharp(await scenePng(seed, 1000))
    .resize(size.width, size.height, { fit: 'fill' })
    .composite([{ input: await grain.blur(2.5).png().toBuffer(), blend: 'overlay' }])
    .jpeg({ quality: 85 })
    .toBuffer();
}

function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function cpuMs({ run, prepare, repeats }: Part, turn: number): Promise<number> {
  let sum = 0;
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await prepare?.(turn);
    const started = cpuNow();
    await run(turn);
    sum += cpuNow() - started;
  }
  return sum / repeats;
}

const encoded = await Promise.all([1, 2, 3, 4].map((seed) => megapixelJpeg(seed)));
const rasters = await Promise.all(encoded.map((bytes) => decodeRaster(bytes)));
const network = await openNetwork(await ensureModel(defaultModelDirectory()), 1);
const features = await Promise.all(rasters.map((raster) => extractFeatures(raster, network)));
const planes = rasters.map((raster) => lumaOf(raster));
const inputs = rasters.map((raster) => networkInput(raster));

function of<Value>(values: readonly Value[], turn: number): Value {
  const value = values[turn % values.length];
  if (value === undefined) throw new RangeError('no value');
  return value;
}

const part = (name: string, per: Part['per'], run: Part['run']): Part => ({
  name,
  per,
  run,
  repeats: usualRepeats,
  times: [],
});
const peer = (candidate: typeof pdq): Part =>
  part(`peer ${candidate.name}, decoding included`, 'picture', async (turn) =>
    candidate.describe(of(encoded, turn), await decodeRaster(of(encoded, turn))),
  );

/** A picture and a stamped copy of it, as a caller sends them. */
const stamp = Buffer.from(
  '<svg width="1155" height="866"><rect x="700" y="560" width="380" height="220" fill="#fff" fill-opacity="0.7"/></svg>',
);
const stamped = await Promise.all(
  encoded.map((bytes) =>
    sharp(bytes)
      .composite([{ input: stamp }])
      .jpeg({ quality: 80 })
      .toBuffer(),
  ),
);
const stampedRasters = await Promise.all(stamped.map((bytes) => decodeRaster(bytes)));
const stampedFeatures = await Promise.all(stampedRasters.map((raster) => extractFeatures(raster, network)));

async function inDetail(bytes: Uint8Array): Promise<LumaPlane> {
  const detail = await decodeDetail(libvipsDecoder, checked(bytes));
  if (!detail.ok) throw new Error('a picture of the benchmark was not decoded');
  return detail.value;
}

const details = await Promise.all(encoded.map(inDetail));
const stampedDetails = await Promise.all(stamped.map(inDetail));
/** Points as the comparison hands them on, in canonical order. */
const stampedPairs = features.map((first, index) => {
  const pair = [first, of(stampedFeatures, index)] as const;
  const colours = [of(rasters, index), of(stampedRasters, index)] as const;
  return { features: pair, colours, points: compareWithPoints(...pair, { identicalPixels: false }).points };
});

const analyser = builtInAnalyser(libvipsDecoder, {
  extract: (raster) => extractFeatures(raster, network),
  release: async () => undefined,
});
const newPictures = pairSteps(analyser);
/** A picture and its stamped copy, and two pictures. */
const gatedPairs = encoded.map((bytes, index) => pairOf(bytes, of(stamped, index)));
const newPairs = encoded.map((bytes, index) => pairOf(bytes, of(encoded, index + 1)));
/** Different things of the examples: of pairs that are not laid over each other some are searched for parts. */
const examples = path.resolve(import.meta.dirname, '../../examples');
const exampleNames = (await readdir(examples)).filter((name) => name.endsWith('-front.jpg')).toSorted();
const exampleFiles = await Promise.all(exampleNames.map((name) => readFile(path.join(examples, name))));
const known = await analysesOf(analyser, exampleFiles);
const knownPictures = pairSteps(analyser, known);
const ungated = await ungatedPairs(knownPictures, exampleFiles);
async function eachOf<Item>(items: readonly Item[], step: (item: Item) => Promise<unknown>): Promise<void> {
  for (const item of items) await step(item);
}

let rated: RatedPair | undefined;
/** A gated pair is judged right after it was analysed, as in the engine. */
const gated = {
  prepare: async (turn: number): Promise<void> => {
    rated = await newPictures.rate(of(gatedPairs, turn));
  },
  run: (): unknown => rated && newPictures.judge(rated),
};
const names = {
  newPair: 'a pair of 1 megapixel JPEGs, up to its score',
  gatedPair: 'a gated pair, in detail and laid over each other',
  examplePair: 'two new examples that are not laid over each other',
  knownPairs: `${ungated.length} such pairs of known pictures, up to the score`,
  askedPairs: 'what decides that these are not',
} as const;

const parts: Part[] = [
  part('decode 1 megapixel JPEG to 320 px', 'picture', (turn) => decodeRaster(of(encoded, turn))),
  part('resample for the network', 'picture', (turn) => networkInput(of(rasters, turn))),
  part('network and projections', 'picture', (turn) => network.run(of(inputs, turn))),
  part('luma', 'picture', (turn) => lumaOf(of(rasters, turn))),
  part('Lab histogram', 'picture', (turn) => labHistogram(of(inputs, turn))),
  part('keypoints', 'picture', (turn) => orbFeatures(of(planes, turn))),
  part('traits', 'picture', (turn) => pictureTraits(placeRaster(of(rasters, turn)), of(planes, turn))),
  part('all features', 'picture', (turn) => extractFeatures(of(rasters, turn), network)),
  part('match descriptors', 'pair', (turn) =>
    matchDescriptors(of(features, turn).local.descriptors, of(features, turn + 1).local.descriptors, false),
  ),
  part('match and verify', 'pair', (turn) => localAgreement(of(features, turn), of(features, turn + 1))),
  part('compare', 'pair', (turn) =>
    compareFeatures(of(features, turn), of(features, turn + 1), { identicalPixels: false }),
  ),
  part(names.newPair, 'pair', (turn) => newPictures.rate(of(newPairs, turn))),
  part('decode 1 megapixel JPEG in detail', 'picture', (turn) => inDetail(of(encoded, turn))),
  part('lay a stamped copy over its original', 'pair', (turn) =>
    measureDifference({ ...of(stampedPairs, turn), details: [of(details, turn), of(stampedDetails, turn)] }),
  ),
  { ...part(names.gatedPair, 'pair', gated.run), prepare: gated.prepare },
  part(names.examplePair, 'pair', (turn) => newPictures.rate(of(ungated, 7 * turn).pair)),
  { ...part(names.knownPairs, 'pair', () => eachOf(ungated, ({ pair }) => knownPictures.rate(pair))), repeats: 1 },
  { ...part(names.askedPairs, 'pair', () => eachOf(ungated, knownPictures.judge)), repeats: 1 },
  ...[averageHash, packagedPhash, packagedBlockhash, pdq, structuralSimilarity].map(peer),
];

for (let round = -3; round < rounds; round += 1) {
  for (const measured of parts) {
    const time = await cpuMs(measured, Math.abs(round));
    if (round >= 0) measured.times.push(time);
  }
}
const timeOf = (name: string): number => median(parts.find((candidate) => candidate.name === name)?.times ?? []);
const decode = timeOf('decode 1 megapixel JPEG to 320 px');
console.log('CPU milliseconds, median of interleaved rounds; the ratio is to decoding one picture');
for (const { name, per, times } of parts) {
  console.log(
    `${name.padEnd(44)} ${median(times).toFixed(2).padStart(8)} a ${per.padEnd(8)} × ${(median(times) / decode).toFixed(2)}`,
  );
}
console.log(`a gated pair adds ${(timeOf(names.gatedPair) / timeOf(names.newPair)).toFixed(2)} of an ungated one`);
const upToScore = timeOf(names.knownPairs) / ungated.length;
const asked = timeOf(names.askedPairs) / ungated.length;
console.log(
  `what decides that a pair is not gated takes ${asked.toFixed(2)} ms: known pictures ${upToScore.toFixed(2)} ms × ${(1 + asked / upToScore).toFixed(3)},` +
    ` new ones × ${(1 + asked / timeOf(names.examplePair)).toFixed(3)}`,
);
await network.release();
