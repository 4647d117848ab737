import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { env, InferenceSession as PortableSession, Tensor as PortableTensor } from 'onnxruntime-web';
import { expect, test } from 'vitest';
import { networkInput } from '../../packages/engine/src/features/network-input.ts';
import { InferenceSession, Tensor } from '../../packages/engine/src/model/onnx-runtime.ts';
import { sessionOptions } from '../../packages/engine/src/model/open-network.ts';
import { decodeRaster } from '../eval/load-raster.ts';
import { integerModel } from './integer-model.ts';
import { convertMobilenet } from './convert-mobilenet.ts';
import { writeOnnx } from './onnx-writer.ts';
import { readProjections } from './read-projections.ts';
import { readTfjsGraph, shippedModelFolder } from './read-tfjs-graph.ts';

type Outputs = Readonly<Record<string, { readonly data: unknown }>>;

const pictureFolder = path.join(import.meta.dirname, '../../examples');
const shape = [1, 3, 224, 224];
const model = await integerModel();

async function pixelsOf(name: string): Promise<Float32Array> {
  return networkInput(await decodeRaster(await readFile(path.join(pictureFolder, name))));
}

const pictures = await Promise.all(['mug-daily-front.jpg', 'book-north-left.jpg'].map(pixelsOf));
/** Extremes: all bytes at their ends, and what no picture is. */
const extremes = [
  new Float32Array(3 * 224 * 224),
  new Float32Array(3 * 224 * 224).fill(1),
  Float32Array.from({ length: 3 * 224 * 224 }, (_, at) => (at * 7919) % 2),
];

async function run(session: InferenceSession, pixels: Float32Array): Promise<Outputs> {
  return session.run({ pixels: new Tensor('float32', pixels, shape) });
}

function bitsOf(outputs: Outputs): Readonly<Record<string, readonly number[]>> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, { data }]) => {
      const values = data as Float32Array;
      return [name, [...new Uint32Array(values.buffer, values.byteOffset, values.length)]];
    }),
  );
}

test('WebAssembly, one thread, two threads and other ways to run the graph give the same bits', async () => {
  env.wasm.numThreads = 1;
  const portable = await PortableSession.create(model, { executionProviders: ['wasm'], logSeverityLevel: 3 });
  const reference = await InferenceSession.create(model, sessionOptions(1));
  const others = [
    await InferenceSession.create(model, sessionOptions(2)),
    await InferenceSession.create(model, { ...sessionOptions(1), graphOptimizationLevel: 'disabled' }),
  ];
  for (const pixels of [...pictures, ...extremes]) {
    const expected = bitsOf(await run(reference, pixels));
    expect(Object.keys(expected)).toHaveLength(4);
    expect(bitsOf(await portable.run({ pixels: new PortableTensor('float32', pixels, shape) }))).toEqual(expected);
    for (const other of others) expect(bitsOf(await run(other, pixels))).toEqual(expected);
  }
  for (const session of [portable, reference, ...others]) await session.release();
}, 120_000);

function floatsOf(outputs: Outputs, name: string): Float32Array {
  const data = outputs[name]?.data;
  if (!(data instanceof Float32Array)) throw new TypeError(`no output ${name}`);
  return data;
}

function cosine(a: Float32Array, b: Float32Array): number {
  const dot = (x: Float32Array, y: Float32Array): number =>
    x.reduce((sum, value, at) => sum + value * (y[at] as number), 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

test('embeddings are those of the network in floats, nearly', async () => {
  const projections = await readProjections(path.join(import.meta.dirname, '../calibration'));
  const inFloats = writeOnnx(convertMobilenet(await readTfjsGraph(shippedModelFolder()), projections));
  const reference = await InferenceSession.create(inFloats, sessionOptions(1));
  const session = await InferenceSession.create(model, sessionOptions(1));
  for (const pixels of pictures) {
    const expected = await run(reference, pixels);
    const actual = await run(session, pixels);
    for (const name of ['block6.embedding', 'block13.embedding', 'block16.embedding'])
      expect(cosine(floatsOf(actual, name), floatsOf(expected, name))).toBeGreaterThan(0.98);

    expect(floatsOf(actual, 'typicality')[0]).toBeCloseTo(floatsOf(expected, 'typicality')[0] as number, 1);
  }
  await reference.release();
  await session.release();
}, 60_000);
