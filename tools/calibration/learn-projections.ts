import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { Matrix } from 'ml-matrix';
import { decodeRaster, readPicture } from '../eval/load-raster.ts';
import type { PictureEntry } from '../eval/pictures/picture-set.ts';
import { picturesFor, preparePictureSet } from '../eval/pictures/picture-set.ts';
import { evaluationCache } from '../eval/evaluation-cache.ts';
import { progressBar } from '../eval/progress-bar.ts';
import { buildPairs } from '../eval/tasks.ts';
import type { Pair } from '../eval/tasks.ts';
import { layerNames, layerShape } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { openPooledNetwork } from './pooled-network.ts';
import type { PooledLayers } from './pooled-network.ts';
import { secondMoment, symmetricEigen } from './symmetric-eigen.ts';
import { readCommandLine } from '../../scripts/command-line.ts';

readCommandLine(
  'npm run calibrate:learn -w tools\n\nLearns what of the network is projected on what. It takes no options.',
);

/**
 * Share of the nuisance covariance's mean variance that is added to its diagonal. Block 16, the deepest, holds most of
 * what rounding adds.
 */
const regularisation: Readonly<Record<LayerName, number>> = { block6: 0.05, block13: 0.05, block16: 0.1 };
const backgroundCount = 384;

type Pooled = ReadonlyMap<PictureEntry, PooledLayers>;

interface Projection {
  readonly mean: Float64Array;
  /** `embeddingLength × channels`. */
  readonly matrix: Matrix;
}

function vectorOf(pooled: Pooled, entry: PictureEntry, layer: LayerName): Float32Array {
  const layers = pooled.get(entry);
  if (layers === undefined) throw new Error(`${entry.file} was not embedded`);
  return layers[layer];
}

/** Second moment of what changes between pictures that should be alike. */
function nuisance(pooled: Pooled, pairs: readonly Pair[], layer: LayerName): Matrix {
  const differences = pairs.map(({ first, second }) => {
    const b = vectorOf(pooled, second, layer);
    return Float64Array.from(vectorOf(pooled, first, layer), (value, at) => value - (b[at] ?? 0));
  });
  return secondMoment(differences);
}

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) vector.forEach((value, at) => (mean[at] = (mean[at] ?? 0) + value / vectors.length));
  return mean;
}

/** Inverse square root of a symmetric positive matrix. */
function inverseSquareRoot(matrix: Matrix): Matrix {
  const { values, vectors } = symmetricEigen(matrix);
  return vectors.mmul(Matrix.diag(values.map((value) => 1 / Math.sqrt(value)))).mmul(vectors.transpose());
}

/**
 * Whitens the nuisance covariance of copies and of other views, half and half, then keeps the directions in which the
 * pictures themselves vary most, unscaled.
 * @source Mikolajczyk and Matas, Improving descriptors for fast tree matching by optimal linear projection (2007).
 */
function learnLayer(pooled: Pooled, pairs: readonly Pair[], layer: LayerName): Projection {
  const copies = nuisance(
    pooled,
    pairs.filter(({ relation }) => relation === 'copy'),
    layer,
  );
  const views = nuisance(
    pooled,
    pairs.filter(({ relation }) => relation === 'same item'),
    layer,
  );
  const within = copies.add(views).mul(0.5);
  const ridge = (regularisation[layer] * within.trace()) / within.rows;
  const whitening = inverseSquareRoot(within.add(Matrix.eye(within.rows, within.rows, ridge)));
  const base = [...pooled.keys()].filter(({ variant, role }) => role === 'furniture' || variant === 'original');
  const vectors = base.map((entry) => vectorOf(pooled, entry, layer));
  const mean = meanOf(vectors);
  const centred = new Matrix(vectors.map((vector) => Array.from(vector, (value, at) => value - (mean[at] ?? 0))));
  const whitened = centred
    .mmul(whitening)
    .to2DArray()
    .map((row) => Float64Array.from(row));
  const { vectors: directions } = symmetricEigen(secondMoment(whitened));
  const kept = directions.subMatrix(0, directions.rows - 1, 0, layerShape[layer].embeddingLength - 1);
  const matrix = kept.transpose().mmul(whitening);
  return { mean, matrix: matrix.div(Math.max(matrix.max(), -matrix.min())) };
}

function embed(projection: Projection, vector: Float32Array): number[] {
  const centred = Matrix.columnVector(Array.from(vector, (value, at) => value - (projection.mean[at] ?? 0)));
  const projected = projection.matrix.mmul(centred).to1DArray();
  const length = Math.hypot(...projected);
  return projected.map((value) => value / length);
}

const halves = (values: Iterable<number>): Buffer => {
  const array = Float16Array.from(values);
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength);
};

async function embedAll(
  entries: readonly PictureEntry[],
  read: (entry: PictureEntry) => Promise<Buffer>,
): Promise<Pooled> {
  const network = await openPooledNetwork();
  const progress = progressBar();
  const pooled = new Map<PictureEntry, PooledLayers>();
  for (const [done, entry] of entries.entries()) {
    pooled.set(entry, await network(await decodeRaster(await read(entry))));
    progress(done + 1, entries.length, 'pictures through the network');
  }
  return pooled;
}

const set = await preparePictureSet(evaluationCache, progressBar());
const development = picturesFor(set, 'learn');
const pooled = await embedAll(development, (entry) => readPicture(set, entry));
const pairs = buildPairs(development, { seed: 1 });
const parts: Buffer[] = [];
for (const layer of layerNames) {
  process.stdout.write(`learning ${layer}\n`);
  const projection = learnLayer(pooled, pairs, layer);
  parts.push(halves(projection.mean), halves(projection.matrix.to1DArray()));
  if (layer !== 'block13') continue;
  const originals = development.filter(({ variant }) => variant === 'original').slice(0, backgroundCount / 2);
  const views = development.filter(({ variant }, index) => variant.startsWith('view') && index % 7 === 0);
  const background = [...originals, ...views].slice(0, backgroundCount);
  parts.unshift(halves(background.flatMap((entry) => embed(projection, vectorOf(pooled, entry, layer)))));
}
const [background, ...layers] = parts;
await writeFile(
  path.join(import.meta.dirname, 'projections.fp16'),
  Buffer.concat([...layers, background ?? Buffer.alloc(0)]),
);
const provenance = {
  file: 'projections.fp16',
  script: 'tools/calibration/learn-projections.ts',
  date: new Date().toISOString().slice(0, 10),
  data: {
    pictures: development.length,
    copyPairs: pairs.filter(({ relation }) => relation === 'copy').length,
    viewPairs: pairs.filter(({ relation }) => relation === 'same item').length,
    background: backgroundCount,
    sources: 'photographs and furniture models of the Debian packages named in eval/README.md, those kept for learning',
  },
  regularisation,
};
await writeFile(path.join(import.meta.dirname, 'projections.json'), `${JSON.stringify(provenance, null, 2)}\n`);
process.stdout.write('projections written; now run "npm run calibrate:checksum" and "npm run build:model"\n');
