import { layerShape } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { cellWindows } from '../../packages/engine/src/features/map-windows.ts';
import type { OnnxBorder, OnnxNode, OnnxTensor } from './onnx-writer.ts';

/** A projection as it is stored: little-endian half floats, `inputLength` and `outputLength × inputLength` of them. */
export interface RawProjection {
  readonly mean: Uint8Array;
  readonly matrix: Uint8Array;
}

export type RawProjections = Readonly<Record<LayerName, RawProjection>> & {
  /** Embeddings of ordinary pictures at block 13, half floats, `embeddingLength` each. */
  readonly background: Uint8Array;
};

export interface Head {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
  readonly output: OnnxBorder;
}

const floats = (values: Iterable<number>): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const integers = (...values: number[]): Uint8Array => new Uint8Array(BigInt64Array.from(values, BigInt).buffer);

/** A matrix `cells × windows` whose product with a map is the mean of each window. Only block 13 has parts. */
function windowMatrix(layer: LayerName): { bytes: Uint8Array; windows: number } {
  const { side } = layerShape[layer];
  const windows = layer === 'block13' ? cellWindows : [{ x: 0, y: 0, side }];
  const values = new Float32Array(side * side * windows.length);
  windows.forEach((window, column) => {
    for (let y = window.y; y < window.y + window.side; y += 1) {
      for (let x = window.x; x < window.x + window.side; x += 1)
        values[(y * side + x) * windows.length + column] = 1 / (window.side * window.side);
    }
  });
  return { bytes: floats(values), windows: windows.length };
}

/**
 * How each map is averaged over its windows. Block 6 takes the generalised mean with exponent 3, which favours what
 * stands out (Radenović et al. 2018, equation 1); block 16 may be negative, so its square root keeps the sign.
 */
function poolingNodes(layer: LayerName): OnnxNode[] {
  const name = (step: string): string => `${layer}.${step}`;
  const flat: OnnxNode = { operator: 'Reshape', inputs: [layer, name('shape')], outputs: [name('flat')] };
  if (layer === 'block6') {
    return [
      flat,
      { operator: 'Mul', inputs: [name('flat'), name('flat')], outputs: [name('square')] },
      { operator: 'Mul', inputs: [name('square'), name('flat')], outputs: [name('cube')] },
      { operator: 'MatMul', inputs: [name('cube'), name('windows')], outputs: [name('meanCube')] },
      { operator: 'Pow', inputs: [name('meanCube'), name('sixth')], outputs: [name('root')] },
    ];
  }
  const mean: OnnxNode = { operator: 'MatMul', inputs: [name('flat'), name('windows')], outputs: [name('mean')] };
  if (layer === 'block13') return [flat, mean, { operator: 'Sqrt', inputs: [name('mean')], outputs: [name('root')] }];
  return [
    flat,
    mean,
    { operator: 'Abs', inputs: [name('mean')], outputs: [name('size')] },
    { operator: 'Sqrt', inputs: [name('size')], outputs: [name('rootSize')] },
    { operator: 'Sign', inputs: [name('mean')], outputs: [name('sign')] },
    { operator: 'Mul', inputs: [name('rootSize'), name('sign')], outputs: [name('root')] },
  ];
}

/** Scales each column to unit length; a zero column stays zero. */
function unitNodes(layer: LayerName, from: string, to: string): OnnxNode[] {
  return [
    { operator: 'ReduceL2', inputs: [from], outputs: [`${to}.length`], attributes: { axes: [0], keepdims: 1 } },
    { operator: 'Max', inputs: [`${to}.length`, `${layer}.tiny`], outputs: [`${to}.divisor`] },
    { operator: 'Div', inputs: [from, `${to}.divisor`], outputs: [to] },
  ];
}

function projectionNodes(layer: LayerName): OnnxNode[] {
  const name = (step: string): string => `${layer}.${step}`;
  return [
    { operator: 'Cast', inputs: [name('half.mean')], outputs: [name('centre')], attributes: { to: 1 } },
    { operator: 'Cast', inputs: [name('half.matrix')], outputs: [name('matrix')], attributes: { to: 1 } },
    { operator: 'Sub', inputs: [name('pooled'), name('centre')], outputs: [name('centred')] },
    { operator: 'MatMul', inputs: [name('matrix'), name('centred')], outputs: [name('projected')] },
    ...unitNodes(layer, name('projected'), name('unit')),
    { operator: 'Transpose', inputs: [name('unit')], outputs: [name('embedding')], attributes: { perm: [1, 0] } },
  ];
}

/**
 * Pools one layer's map, takes the square root, scales to unit length, and projects.
 * Output `<layer>.embedding` [windows, embeddingLength], or `<layer>.pooled` [channels, windows] without a projection.
 */
export function embeddingHead(layer: LayerName, projection: RawProjection | undefined): Head {
  const { channels, side, embeddingLength } = layerShape[layer];
  const { bytes, windows } = windowMatrix(layer);
  const initializers: OnnxTensor[] = [
    { name: `${layer}.shape`, dimensions: [2], type: 'int64', bytes: integers(channels, side * side) },
    { name: `${layer}.windows`, dimensions: [side * side, windows], type: 'float32', bytes },
    { name: `${layer}.tiny`, dimensions: [], type: 'float32', bytes: floats([1e-12]) },
  ];
  if (layer === 'block6')
    initializers.push({ name: 'block6.sixth', dimensions: [], type: 'float32', bytes: floats([1 / 6]) });
  const nodes = [...poolingNodes(layer), ...unitNodes(layer, `${layer}.root`, `${layer}.pooled`)];
  if (projection === undefined)
    return { nodes, initializers, output: { name: `${layer}.pooled`, dimensions: [channels, windows] } };
  initializers.push(
    { name: `${layer}.half.mean`, dimensions: [channels, 1], type: 'float16', bytes: projection.mean },
    {
      name: `${layer}.half.matrix`,
      dimensions: [embeddingLength, channels],
      type: 'float16',
      bytes: projection.matrix,
    },
  );
  return {
    nodes: [...nodes, ...projectionNodes(layer)],
    initializers,
    output: { name: `${layer}.embedding`, dimensions: [windows, embeddingLength] },
  };
}

/** Nearest background pictures whose mean similarity says how ordinary a picture is. */
export const neighbours = 20;

/**
 * How much a picture looks like many others: the mean similarity of its whole-picture embedding at block 13 to its
 * nearest background pictures. Output `typicality` [1].
 * @source the score normalisation of Pizzi et al., SSCD (2022), section 4.3, computed once per picture.
 */
export function typicalityHead(background: Uint8Array): Head {
  const { embeddingLength } = layerShape.block13;
  const count = background.length / 2 / embeddingLength;
  return {
    initializers: [
      { name: 'background.half', dimensions: [count, embeddingLength], type: 'float16', bytes: background },
      { name: 'background.first', dimensions: [], type: 'int64', bytes: integers(0) },
      { name: 'background.count', dimensions: [1], type: 'int64', bytes: integers(neighbours) },
    ],
    nodes: [
      { operator: 'Cast', inputs: ['background.half'], outputs: ['background.values'], attributes: { to: 1 } },
      {
        operator: 'Gather',
        inputs: ['block13.embedding', 'background.first'],
        outputs: ['background.query'],
        attributes: { axis: 0 },
      },
      { operator: 'MatMul', inputs: ['background.values', 'background.query'], outputs: ['background.cosines'] },
      {
        operator: 'TopK',
        inputs: ['background.cosines', 'background.count'],
        outputs: ['background.nearest', 'background.indices'],
        attributes: { axis: 0 },
      },
      {
        operator: 'ReduceMean',
        inputs: ['background.nearest'],
        outputs: ['typicality'],
        attributes: { axes: [0], keepdims: 1 },
      },
    ],
    output: { name: 'typicality', dimensions: [1] },
  };
}
