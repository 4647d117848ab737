import { layerNames, networkSide } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { embeddingHead, typicalityHead } from './embedding-heads.ts';
import type { RawProjections } from './embedding-heads.ts';
import type { OnnxGraph, OnnxNode, OnnxTensor } from './onnx-writer.ts';
import type { QuantizedTensor, TfjsGraph, TfjsNode } from './read-tfjs-graph.ts';

/** The three layers that become embeddings, by a suffix of their name in the shipped graph. */
export const tapSuffixes = {
  block6: 'expanded_conv_6/expand/Relu6',
  block13: 'expanded_conv_13/expand/Relu6',
  block16: 'expanded_conv_16/project/BatchNorm/FusedBatchNormV3',
} as const satisfies Record<LayerName, string>;

/** Input: RGB, 0…1, planar; the graph itself maps to −1…1. */
const inputName = 'pixels';

interface Draft {
  readonly nodes: OnnxNode[];
  readonly initializers: OnnxTensor[];
  readonly weights: ReadonlyMap<string, QuantizedTensor>;
  /** Shipped name → short name. */
  readonly names: Map<string, string>;
}

const float32 = (...values: number[]): Uint8Array => new Uint8Array(new Float32Array(values).buffer);

/** Permutes row-major bytes so that axis `i` of the result is axis `order[i]` of the source. */
export function transposeBytes(source: QuantizedTensor, order: readonly number[]): QuantizedTensor {
  const { shape } = source;
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const outShape = order.map((axis) => shape[axis] ?? 1);
  const outStrides = order.map((axis) => strides[axis] ?? 1);
  const bytes = new Uint8Array(source.bytes.length);
  const index = outShape.map(() => 0);
  for (let position = 0; position < bytes.length; position += 1) {
    let from = 0;
    for (let axis = 0; axis < index.length; axis += 1) from += (index[axis] ?? 0) * (outStrides[axis] ?? 0);
    bytes[position] = source.bytes[from] ?? 0;
    for (let axis = index.length - 1; axis >= 0; axis -= 1) {
      index[axis] = (index[axis] ?? 0) + 1;
      if ((index[axis] ?? 0) < (outShape[axis] ?? 0)) break;
      index[axis] = 0;
    }
  }
  return { ...source, shape: outShape, bytes };
}

/** Keeps the stored bytes and lets the runtime fold `byte × scale + minimum` once, at load: the file stays 4 × smaller. */
function addWeight(draft: Draft, name: string, tensor: QuantizedTensor): string {
  draft.initializers.push(
    { name: `${name}.bytes`, dimensions: tensor.shape, type: 'uint8', bytes: tensor.bytes },
    { name: `${name}.scale`, dimensions: [], type: 'float32', bytes: float32(tensor.scale) },
    { name: `${name}.minimum`, dimensions: [], type: 'float32', bytes: float32(tensor.minimum) },
  );
  draft.nodes.push(
    { operator: 'Cast', inputs: [`${name}.bytes`], outputs: [`${name}.cast`], attributes: { to: 1 } },
    { operator: 'Mul', inputs: [`${name}.cast`, `${name}.scale`], outputs: [`${name}.scaled`] },
    { operator: 'Add', inputs: [`${name}.scaled`, `${name}.minimum`], outputs: [name] },
  );
  return name;
}

function weightOf(draft: Draft, shippedName: string | undefined): QuantizedTensor {
  const tensor = draft.weights.get(shippedName ?? '');
  if (tensor === undefined) throw new Error(`the shipped graph has no weight ${shippedName ?? '(none)'}`);
  return tensor;
}

function inputOf(draft: Draft, node: TfjsNode, position: number): string {
  const name = draft.names.get(node.inputs[position] ?? '');
  if (name === undefined)
    throw new Error(`${node.name} reads ${node.inputs[position] ?? '(none)'}, which is not built yet`);
  return name;
}

/** TensorFlow's SAME padding of an even side by a 3 × 3 kernel with stride 2 pads only after; with stride 1, both sides. */
function padding(kernel: number, stride: number): number[] {
  if (kernel === 1) return [0, 0, 0, 0];
  return stride === 2 ? [0, 0, 1, 1] : [1, 1, 1, 1];
}

function addConvolution(draft: Draft, node: TfjsNode, output: string): void {
  const depthwise = node.operator === 'FusedDepthwiseConv2dNative';
  // HWIO → OIHW; a depthwise kernel is HWI1 → I1HW.
  const kernel = transposeBytes(weightOf(draft, node.inputs[1]), depthwise ? [2, 3, 0, 1] : [3, 2, 0, 1]);
  const weight = addWeight(draft, `${output}.weight`, kernel);
  const bias = addWeight(draft, `${output}.bias`, weightOf(draft, node.inputs[2]));
  const side = kernel.shape[2] ?? 1;
  const stride = node.strides[1] ?? 1;
  const clipped = !node.name.includes('/project/');
  const result = clipped ? `${output}.linear` : output;
  draft.nodes.push({
    operator: 'Conv',
    inputs: [inputOf(draft, node, 0), weight, bias],
    outputs: [result],
    attributes: {
      kernel_shape: [side, side],
      strides: [stride, stride],
      pads: padding(side, stride),
      group: depthwise ? (kernel.shape[0] ?? 1) : 1,
    },
  });
  if (clipped) draft.nodes.push({ operator: 'Clip', inputs: [result, 'zero', 'six'], outputs: [output] });
}

function addScalarOperation(draft: Draft, node: TfjsNode, output: string): void {
  const constant = addWeight(draft, `${output}.constant`, { ...weightOf(draft, node.inputs[0]), shape: [] });
  draft.nodes.push({ operator: node.operator, inputs: [inputOf(draft, node, 1), constant], outputs: [output] });
}

function shortName(draft: Draft, node: TfjsNode): string {
  const tap = Object.entries(tapSuffixes).find(([, suffix]) => node.name.endsWith(suffix));
  return tap?.[0] ?? `op${draft.names.size}`;
}

function addNode(draft: Draft, node: TfjsNode): void {
  const output = node.operator === 'Placeholder' ? inputName : shortName(draft, node);
  if (node.operator === '_FusedConv2D' || node.operator === 'FusedDepthwiseConv2dNative') {
    addConvolution(draft, node, output);
  } else if (node.operator === 'AddV2') {
    draft.nodes.push({
      operator: 'Add',
      inputs: [inputOf(draft, node, 0), inputOf(draft, node, 1)],
      outputs: [output],
    });
  } else if (node.operator === 'Mul') {
    addScalarOperation(draft, node, output);
  } else if (node.operator === 'Sub') {
    const constant = addWeight(draft, `${output}.constant`, { ...weightOf(draft, node.inputs[1]), shape: [] });
    draft.nodes.push({ operator: 'Sub', inputs: [inputOf(draft, node, 0), constant], outputs: [output] });
  } else if (node.operator !== 'Placeholder') {
    throw new Error(`operator ${node.operator} (${node.name}) is not one this converter knows`);
  }
  draft.names.set(node.name, output);
}

/**
 * Turns the shipped MobileNetV2 1.4 into ONNX, up to the projection of block 16: the last convolution and the
 * classifier are left out. Batch norms are already folded into the shipped kernels.
 * Input `pixels` [1, 3, 224, 224]; each layer ends in its head, see `embedding-heads.ts`.
 * @param projections  the learned projections; without them the outputs are the pooled layers, for learning.
 */
export function convertMobilenet(graph: TfjsGraph, projections?: RawProjections): OnnxGraph {
  const draft: Draft = {
    nodes: [],
    initializers: [
      { name: 'zero', dimensions: [], type: 'float32', bytes: float32(0) },
      { name: 'six', dimensions: [], type: 'float32', bytes: float32(6) },
    ],
    weights: graph.weights,
    names: new Map(),
  };
  for (const node of graph.nodes) {
    addNode(draft, node);
    if (node.name.endsWith(tapSuffixes.block16)) break;
  }
  const heads = layerNames.map((layer) => embeddingHead(layer, projections?.[layer]));
  if (projections !== undefined) heads.push(typicalityHead(projections.background));
  return {
    name: 'mobilenet_v2_mid',
    inputs: [{ name: inputName, dimensions: [1, 3, networkSide, networkSide] }],
    outputs: heads.map(({ output }) => output),
    initializers: [...draft.initializers, ...heads.flatMap(({ initializers }) => initializers)],
    nodes: [...draft.nodes, ...heads.flatMap(({ nodes }) => nodes)],
  };
}
