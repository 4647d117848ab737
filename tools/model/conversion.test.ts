import { expect, test } from 'vitest';
import { convertMobilenet, transposeBytes } from './convert-mobilenet.ts';
import { InferenceSession, Tensor } from '../../packages/engine/src/model/onnx-runtime.ts';
import { writeOnnx } from './onnx-writer.ts';
import { readTfjsGraph, shippedModelFolder } from './read-tfjs-graph.ts';
import type { QuantizedTensor, TfjsGraph, TfjsNode } from './read-tfjs-graph.ts';
import { sessionOptions } from '../../packages/engine/src/model/open-network.ts';
import { seeded } from '../../packages/engine/test/score/test-pictures.ts';

/** A map as TensorFlow keeps it: height × width × channels. */
interface NhwcMap {
  readonly side: number;
  readonly channels: number;
  readonly values: Float32Array;
}

const valueOf = ({ bytes, scale, minimum }: QuantizedTensor, at: number): number => (bytes[at] ?? 0) * scale + minimum;

interface Kernel {
  readonly size: number;
  readonly inputs: number;
  readonly outputs: number;
  readonly depthwise: boolean;
  readonly weights: Float32Array;
}

/** Adds one kernel tap's products to the sums of one output cell. */
function addTap(sums: Float64Array, kernel: Kernel, { values, tap }: { values: Float32Array; tap: number }): void {
  const { inputs, outputs, depthwise, weights } = kernel;
  for (let from = 0; from < inputs; from += 1) {
    const value = values[from] as number;
    const row = (tap * inputs + from) * outputs;
    const [first, count] = depthwise ? [from, 1] : [0, outputs];
    for (let at = 0; at < count; at += 1)
      sums[first + at] = (sums[first + at] as number) + value * (weights[row + at] as number);
  }
}

function readKernel(node: TfjsNode, graph: TfjsGraph): Kernel {
  const kernel = graph.weights.get(node.inputs[1] ?? '');
  if (kernel === undefined) throw new Error(node.name);
  const [size = 1, , inputs = 1, outputs = 1] = kernel.shape;
  const weights = Float32Array.from({ length: kernel.bytes.length }, (_, at) => valueOf(kernel, at));
  return { size, inputs, outputs, depthwise: node.operator === 'FusedDepthwiseConv2dNative', weights };
}

/** Convolution written straight from TensorFlow's definition: SAME padding, HWIO kernels, bias, clip to 0…6. */
function convolve(input: NhwcMap, node: TfjsNode, graph: TfjsGraph): NhwcMap {
  const kernel = readKernel(node, graph);
  const bias = graph.weights.get(node.inputs[2] ?? '');
  if (bias === undefined) throw new Error(node.name);
  const channels = kernel.depthwise ? kernel.inputs : kernel.outputs;
  const stride = node.strides[1] ?? 1;
  const side = Math.ceil(input.side / stride);
  const before = Math.floor(Math.max(0, (side - 1) * stride + kernel.size - input.side) / 2);
  const values = new Float32Array(side * side * channels);
  for (let cell = 0; cell < side * side; cell += 1) {
    const sums = Float64Array.from({ length: channels }, (_, channel) => valueOf(bias, channel));
    for (let tap = 0; tap < kernel.size * kernel.size; tap += 1) {
      const fromY = Math.floor(cell / side) * stride - before + Math.floor(tap / kernel.size);
      const fromX = (cell % side) * stride - before + (tap % kernel.size);
      if (fromY < 0 || fromX < 0 || fromY >= input.side || fromX >= input.side) continue;
      const at = (fromY * input.side + fromX) * input.channels;
      addTap(sums, kernel, { values: input.values.subarray(at, at + input.channels), tap });
    }
    const clipped = !node.name.includes('/project/');
    values.set(clipped ? sums.map((sum) => Math.min(6, Math.max(0, sum))) : sums, cell * channels);
  }
  return { side, channels, values };
}

/** Runs the shipped graph up to the projection of block 16, which is returned. */
function runReference(graph: TfjsGraph, pixels: Float32Array): NhwcMap {
  const maps = new Map<string, NhwcMap>();
  const mapOf = (name: string | undefined): NhwcMap =>
    maps.get(name ?? '') ?? { side: 224, channels: 3, values: pixels };
  for (const node of graph.nodes) {
    const input = mapOf(node.inputs[0]);
    if (node.operator === 'Mul') {
      maps.set(node.name, { ...mapOf(undefined), values: pixels.map((value) => value * 2) });
    } else if (node.operator === 'Sub') {
      maps.set(node.name, { ...input, values: input.values.map((value) => value - 1) });
    } else if (node.operator === 'AddV2') {
      const other = mapOf(node.inputs[1]);
      maps.set(node.name, { ...input, values: input.values.map((value, at) => value + (other.values[at] ?? 0)) });
    } else if (node.operator !== 'Placeholder') {
      maps.set(node.name, convolve(input, node, graph));
    }
    if (node.name.endsWith('expanded_conv_16/project/BatchNorm/FusedBatchNormV3')) return mapOf(node.name);
  }
  throw new Error('the graph ends early');
}

/** Mean over the map, signed square root, unit length. */
function poolReference({ side, channels, values }: NhwcMap): number[] {
  const means = Array.from({ length: channels }, (_, channel) => {
    let sum = 0;
    for (let cell = 0; cell < side * side; cell += 1) sum += values[cell * channels + channel] ?? 0;
    return sum / (side * side);
  });
  const roots = means.map((mean) => Math.sign(mean) * Math.sqrt(Math.abs(mean)));
  const length = Math.hypot(...roots);
  return roots.map((root) => root / length);
}

test('the converted network equals a plain reading of the shipped graph', async () => {
  const random = seeded(5);
  const graph = await readTfjsGraph(shippedModelFolder());
  const nhwc = Float32Array.from(
    { length: 224 * 224 * 3 },
    (_, at) => 0.5 + 0.4 * Math.sin(at / 900) + 0.1 * (random() - 0.5),
  );
  const expected = poolReference(runReference(graph, nhwc));
  const nchw = Float32Array.from(
    { length: nhwc.length },
    (_, at) => nhwc[(at % (224 * 224)) * 3 + Math.floor(at / (224 * 224))] as number,
  );
  const session = await InferenceSession.create(writeOnnx(convertMobilenet(graph)), sessionOptions(1));
  const outputs = await session.run({ pixels: new Tensor('float32', nchw, [1, 3, 224, 224]) });
  const actual = outputs['block16.pooled']?.data as Float32Array;
  const cosine = expected.reduce((sum, value, at) => sum + value * (actual[at] ?? 0), 0);
  // Both sum hundreds of 32-bit products in different orders, 50 layers deep.
  expect(cosine).toBeGreaterThan(0.999_999);
  await session.release();
}, 60_000);

test('axes are permuted as asked', () => {
  const bytes = Uint8Array.from({ length: 24 }, (_, at) => at);
  const { shape, bytes: turned } = transposeBytes({ shape: [2, 3, 4], bytes, scale: 1, minimum: 0 }, [2, 0, 1]);
  expect(shape).toEqual([4, 2, 3]);
  expect(Array.from(turned.subarray(0, 6))).toEqual([0, 4, 8, 12, 16, 20]);
});
