import { layerShape } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { cellWindows } from '../../packages/engine/src/features/map-windows.ts';
import { doubles, halves, readHalves, wholeNumbers } from './array-bytes.ts';
import { neighbours } from './embedding-heads.ts';
import type { Head, RawProjection } from './embedding-heads.ts';
import { poolings, toDouble, toFloat } from './exact-poolings.ts';
import type { ConvolutionStep } from './network-steps.ts';
import type { OnnxNode, OnnxTensor } from './onnx-writer.ts';
import { wholeProjection } from './whole-projection.ts';

// Heads as in `embedding-heads.ts`, to the same bits everywhere. What is added up is whole and small enough that no
// order of addition rounds; everything else is one rounding of IEEE 754 a step, and nothing takes a power or a logarithm.

const scalar = (name: string, value: number): OnnxTensor => ({
  name,
  dimensions: [],
  type: 'float64',
  bytes: doubles([value]),
});

/** Square root of each value's share in its row, with its sign: rows of unit length. */
function pooledNodes(layer: LayerName): OnnxNode[] {
  const name = (step: string): string => `${layer}.${step}`;
  const root = layer === 'block16' ? name('unsigned') : name('root');
  const nodes: OnnxNode[] = [
    {
      operator: 'ReduceSum',
      inputs: [name('size'), name('channels')],
      outputs: [name('total')],
      attributes: { keepdims: 1 },
    },
    { operator: 'Max', inputs: [name('total'), name('one')], outputs: [name('divisor')] },
    { operator: 'Div', inputs: [name('size'), name('divisor')], outputs: [name('share')] },
    { operator: 'Sqrt', inputs: [name('share')], outputs: [root] },
  ];
  if (layer === 'block16') nodes.push({ operator: 'Mul', inputs: [root, name('sign')], outputs: [name('root')] });
  return nodes;
}

/** The projection, then each row scaled to unit length by the exact sum of its squares. */
function projectionNodes(layer: LayerName): OnnxNode[] {
  const name = (step: string): string => `${layer}.${step}`;
  return [
    { operator: 'Cast', inputs: [name('half.matrix')], outputs: [name('matrix')], attributes: toFloat },
    { operator: 'Sub', inputs: [name('root'), name('mean')], outputs: [name('centred')] },
    { operator: 'Mul', inputs: [name('centred'), name('fineness')], outputs: [name('fine')] },
    { operator: 'Round', inputs: [name('fine')], outputs: [name('rounded')] },
    { operator: 'Cast', inputs: [name('rounded')], outputs: [name('vector')], attributes: toFloat },
    { operator: 'MatMul', inputs: [name('vector'), name('matrix')], outputs: [name('projected')] },
    { operator: 'Cast', inputs: [name('projected')], outputs: [name('exact')], attributes: toDouble },
    { operator: 'Mul', inputs: [name('exact'), name('sixteenth')], outputs: [name('smaller')] },
    { operator: 'Round', inputs: [name('smaller')], outputs: [name('kept')] },
    { operator: 'Mul', inputs: [name('kept'), name('kept')], outputs: [name('squares')] },
    {
      operator: 'ReduceSum',
      inputs: [name('squares'), name('channels')],
      outputs: [name('squareSum')],
      attributes: { keepdims: 1 },
    },
    { operator: 'Max', inputs: [name('squareSum'), name('one')], outputs: [name('squareDivisor')] },
    { operator: 'Sqrt', inputs: [name('squareDivisor')], outputs: [name('length')] },
    { operator: 'Div', inputs: [name('kept'), name('length')], outputs: [name('unit')] },
    { operator: 'Cast', inputs: [name('unit')], outputs: [name('embedding')], attributes: toFloat },
  ];
}

function projectionTensors(layer: LayerName, projection: RawProjection): OnnxTensor[] {
  const { channels, embeddingLength } = layerShape[layer];
  const { mean, matrix, fineness } = wholeProjection(layer, projection);
  return [
    { name: `${layer}.mean`, dimensions: [1, channels], type: 'float64', bytes: doubles(mean) },
    scalar(`${layer}.fineness`, fineness),
    scalar(`${layer}.sixteenth`, 1 / 16),
    { name: `${layer}.half.matrix`, dimensions: [channels, embeddingLength], type: 'float16', bytes: halves(matrix) },
  ];
}

/** What a head is made of. */
export interface HeadParts {
  /** The step whose map is pooled; of block 16 it is the layer that the pooling applies. */
  readonly step: ConvolutionStep;
  readonly projection: RawProjection | undefined;
}

/**
 * Pools a map of bytes, takes the square root, scales to unit length, and projects.
 * Output `<layer>.embedding` [windows, embeddingLength], or `<layer>.pooled` [windows, channels] without a projection.
 */
export function exactHead(layer: LayerName, { step, projection }: HeadParts): Head {
  const { channels, embeddingLength } = layerShape[layer];
  const windows = layer === 'block13' ? cellWindows.length : 1;
  const pooling = poolings[layer](step);
  const initializers: OnnxTensor[] = [
    ...pooling.initializers,
    scalar(`${layer}.one`, 1),
    { name: `${layer}.channels`, dimensions: [1], type: 'int64', bytes: wholeNumbers(1) },
  ];
  const nodes = [...pooling.nodes, ...pooledNodes(layer)];
  if (projection === undefined) {
    nodes.push({ operator: 'Cast', inputs: [`${layer}.root`], outputs: [`${layer}.pooled`], attributes: toFloat });
    return { nodes, initializers, output: { name: `${layer}.pooled`, dimensions: [windows, channels] } };
  }
  return {
    nodes: [...nodes, ...projectionNodes(layer)],
    initializers: [...initializers, ...projectionTensors(layer, projection)],
    output: { name: `${layer}.embedding`, dimensions: [windows, embeddingLength] },
  };
}

/** Embeddings of unit length are compared with ordinary pictures in steps of this; two of them multiply to 2²². */
const cosineSteps = 2048;

function typicalityTensors(background: Uint8Array): OnnxTensor[] {
  const { embeddingLength } = layerShape.block13;
  const values = readHalves(background);
  const count = values.length / embeddingLength;
  const columns = Float64Array.from({ length: values.length }, (_, at) =>
    Math.round((values[(at % count) * embeddingLength + Math.floor(at / count)] as number) * cosineSteps),
  );
  return [
    { name: 'background.half', dimensions: [embeddingLength, count], type: 'float16', bytes: halves(columns) },
    { name: 'background.first', dimensions: [1], type: 'int64', bytes: wholeNumbers(0) },
    { name: 'background.count', dimensions: [1], type: 'int64', bytes: wholeNumbers(neighbours) },
    { name: 'background.axis', dimensions: [1], type: 'int64', bytes: wholeNumbers(1) },
    scalar('background.steps', cosineSteps),
    scalar('background.whole', neighbours * cosineSteps ** 2),
  ];
}

/** As `typicalityHead`: output `typicality` [1]. */
export function exactTypicality(background: Uint8Array): Head {
  return {
    initializers: typicalityTensors(background),
    nodes: [
      { operator: 'Cast', inputs: ['background.half'], outputs: ['background.values'], attributes: toFloat },
      {
        operator: 'Gather',
        inputs: ['block13.unit', 'background.first'],
        outputs: ['background.unit'],
        attributes: { axis: 0 },
      },
      { operator: 'Mul', inputs: ['background.unit', 'background.steps'], outputs: ['background.fine'] },
      { operator: 'Round', inputs: ['background.fine'], outputs: ['background.rounded'] },
      { operator: 'Cast', inputs: ['background.rounded'], outputs: ['background.query'], attributes: toFloat },
      { operator: 'MatMul', inputs: ['background.query', 'background.values'], outputs: ['background.cosines'] },
      {
        operator: 'TopK',
        inputs: ['background.cosines', 'background.count'],
        outputs: ['background.nearest', 'background.indices'],
        attributes: { axis: 1 },
      },
      { operator: 'Cast', inputs: ['background.nearest'], outputs: ['background.exact'], attributes: toDouble },
      {
        operator: 'ReduceSum',
        inputs: ['background.exact', 'background.axis'],
        outputs: ['background.sum'],
        attributes: { keepdims: 0 },
      },
      { operator: 'Div', inputs: ['background.sum', 'background.whole'], outputs: ['background.mean'] },
      { operator: 'Cast', inputs: ['background.mean'], outputs: ['typicality'], attributes: toFloat },
    ],
    output: { name: 'typicality', dimensions: [1] },
  };
}
