import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { evaluationCache } from '../eval/evaluation-cache.ts';
import { decodeRaster, readPicture } from '../eval/load-raster.ts';
import { picturesFor, preparePictureSet } from '../eval/pictures/picture-set.ts';
import { progressBar } from '../eval/progress-bar.ts';
import { convertMobilenet } from '../model/convert-mobilenet.ts';
import { integerNetwork } from '../model/integer-network.ts';
import { chainsOf } from '../model/map-code.ts';
import type { ChainScales } from '../model/map-code.ts';
import { networkSteps } from '../model/network-steps.ts';
import { writeOnnx } from '../model/onnx-writer.ts';
import { readProjections } from '../model/read-projections.ts';
import { readTfjsGraph, shippedModelFolder } from '../model/read-tfjs-graph.ts';
import { layerNames, networkSide } from '../../packages/engine/src/features/embedding-network.ts';
import { networkInput } from '../../packages/engine/src/features/network-input.ts';
import { InferenceSession, Tensor } from '../../packages/engine/src/model/onnx-runtime.ts';
import { sessionOptions } from '../../packages/engine/src/model/open-network.ts';

/** Pictures whose embeddings decide. */
const pictureCount = 32;
/** Where the search starts: bytes from −25.6 to 25.4. */
const firstScale = 0.2;
/** Each chain's scale is tried this much larger and smaller, coarsely first. */
const factors = [1.5, 1.25, 1.1];

type Embeddings = readonly Float32Array[];

async function embed(model: Uint8Array, pictures: readonly Float32Array[]): Promise<Embeddings[]> {
  const session = await InferenceSession.create(model, sessionOptions(1));
  const result: Embeddings[] = [];
  for (const pixels of pictures) {
    const outputs = await session.run({ pixels: new Tensor('float32', pixels, [1, 3, networkSide, networkSide]) });
    result.push(layerNames.map((layer) => outputs[`${layer}.embedding`]?.data as Float32Array));
  }
  await session.release();
  return result;
}

/** How far embeddings are from those in floats: the mean of 1 − cosine over pictures, layers and windows. */
function lossOf(actual: readonly Embeddings[], expected: readonly Embeddings[]): number {
  const distances = actual.flatMap((layers, picture) =>
    layers.map((values, layer) => {
      let distance = 0;
      let length = 0;
      const reference = expected[picture]?.[layer] as Float32Array;
      values.forEach((value, at) => {
        distance += (value - (reference[at] as number)) ** 2;
        length += value * value;
      });
      return distance / 2 / length;
    }),
  );
  return distances.reduce((sum, distance) => sum + distance, 0) / distances.length;
}

const graph = await readTfjsGraph(shippedModelFolder());
const projections = await readProjections(import.meta.dirname);
const set = await preparePictureSet(evaluationCache, progressBar());
const learning = picturesFor(set, 'learn');
const chosen = learning.filter((_, index) => index % Math.floor(learning.length / pictureCount) === 0);
const pictures: Float32Array[] = [];
for (const entry of chosen) pictures.push(networkInput(await decodeRaster(await readPicture(set, entry))));
const expected = await embed(writeOnnx(convertMobilenet(graph, projections)), pictures);
const loss = async (scales: ChainScales): Promise<number> =>
  lossOf(await embed(writeOnnx(integerNetwork({ graph, scales, projections })), pictures), expected);

interface Found {
  readonly scales: Readonly<Record<string, number>>;
  readonly least: number;
}

/** Multiplies one chain's scale as long as that brings embeddings nearer. */
async function follow(start: Found, chain: string, change: number): Promise<Found> {
  let found = start;
  for (;;) {
    const scale = Number(((found.scales[chain] ?? firstScale) * change).toPrecision(4));
    const scales = { ...found.scales, [chain]: scale };
    const value = await loss(scales);
    if (value >= found.least) return found;
    found = { scales, least: value };
  }
}

const chains = [...new Set(chainsOf(networkSteps(graph)).values())];
const start = Object.fromEntries(chains.map((chain): [string, number] => [chain, firstScale]));
let found: Found = { scales: start, least: await loss(start) };
for (const [factor, chain] of factors.flatMap((each) => chains.map((name) => [each, name] as const))) {
  found = await follow(await follow(found, chain, factor), chain, 1 / factor);
  process.stdout.write(`${chain} ${found.scales[chain]}: mean cosine ${(1 - found.least).toFixed(5)}\n`);
}
const provenance = {
  script: 'tools/calibration/measure-scales.ts',
  date: new Date().toISOString().slice(0, 10),
  data: `${chosen.length} of the pictures kept for learning`,
  meanCosine: Number((1 - found.least).toFixed(5)),
};
const file = path.join(import.meta.dirname, 'chain-scales.json');
await writeFile(file, `${JSON.stringify({ provenance, scales: found.scales }, null, 2)}\n`);
