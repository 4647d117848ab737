import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';

/** One operation of a TensorFlow.js graph model. */
export interface TfjsNode {
  readonly name: string;
  readonly operator: string;
  readonly inputs: readonly string[];
  readonly strides: readonly number[];
}

/** A tensor stored as affine uint8: value = byte × scale + minimum. */
export interface QuantizedTensor {
  readonly shape: readonly number[];
  readonly bytes: Uint8Array;
  readonly scale: number;
  readonly minimum: number;
}

export interface TfjsGraph {
  readonly nodes: readonly TfjsNode[];
  readonly weights: ReadonlyMap<string, QuantizedTensor>;
}

interface RawNode {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr: { readonly strides?: { readonly list: { readonly i: readonly string[] } } };
}
interface RawWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly quantization?: { readonly min: number; readonly scale: number; readonly dtype: string };
}
interface RawModel {
  readonly format: string;
  readonly modelTopology: { readonly node: readonly RawNode[] };
  readonly weightsManifest: readonly { readonly paths: readonly string[]; readonly weights: readonly RawWeight[] }[];
}

/** Folder of the network inside the installed `nsfwjs` package; throws MODULE_NOT_FOUND when it is not installed. */
export function shippedModelFolder(): string {
  const core = createRequire(import.meta.url).resolve('nsfwjs/core');
  return path.resolve(path.dirname(core), '../models/mobilenet_v2_mid');
}

/** The package ships each part as a universal module; it runs here with an empty global and a fresh `module`. */
async function loadUniversalModule(file: string): Promise<unknown> {
  const sandbox = { module: { exports: {} as unknown }, exports: {} };
  vm.runInNewContext(await readFile(file, 'utf8'), sandbox, { filename: file });
  return sandbox.module.exports;
}

function isRawModel(value: unknown): value is RawModel {
  return typeof value === 'object' && value !== null && 'modelTopology' in value && 'weightsManifest' in value;
}

function sliceWeights(manifest: readonly RawWeight[], buffer: Uint8Array): Map<string, QuantizedTensor> {
  const weights = new Map<string, QuantizedTensor>();
  let offset = 0;
  for (const { name, shape, quantization } of manifest) {
    if (quantization?.dtype !== 'uint8') throw new Error(`weight ${name} is not stored as affine uint8`);
    const length = shape.reduce((product, size) => product * size, 1);
    const bytes = buffer.subarray(offset, offset + length);
    weights.set(name, { shape, bytes, scale: quantization.scale, minimum: quantization.min });
    offset += length;
  }
  if (offset !== buffer.length) throw new Error(`weights hold ${buffer.length} bytes, the manifest names ${offset}`);
  return weights;
}

/**
 * Reads a TensorFlow.js graph model that is shipped as UMD files with base64 shards.
 * @param folder  holds `model.min.js` and the shards it names, each as `<path>.min.js`.
 * @failure       throws when a part is missing or not of the expected shape: the pinned package changed.
 */
export async function readTfjsGraph(folder: string): Promise<TfjsGraph> {
  const model = await loadUniversalModule(path.join(folder, 'model.min.js'));
  if (!isRawModel(model)) throw new Error(`${folder} does not hold a TensorFlow.js graph model`);
  const [group] = model.weightsManifest;
  if (group === undefined) throw new Error(`${folder} names no weights`);
  const shards = await Promise.all(group.paths.map((part) => loadUniversalModule(path.join(folder, `${part}.min.js`))));
  const buffer = Buffer.concat(shards.map((shard) => Buffer.from(String(shard), 'base64')));
  const nodes = model.modelTopology.node
    .filter((node) => node.op !== 'Const')
    .map((node) => ({
      name: node.name,
      operator: node.op,
      inputs: node.input ?? [],
      strides: (node.attr.strides?.list.i ?? []).map(Number),
    }));
  return { nodes, weights: sliceWeights(group.weights, buffer) };
}
