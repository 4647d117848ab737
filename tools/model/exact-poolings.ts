import { layerShape } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { cellWindows } from '../../packages/engine/src/features/map-windows.ts';
import { bytesOf, doubles, wholeNumbers } from './array-bytes.ts';
import { clippedCode } from './map-code.ts';
import type { ConvolutionStep } from './network-steps.ts';
import type { OnnxNode, OnnxTensor } from './onnx-writer.ts';

/** A pooling: ends in `<layer>.size`, whole 64-bit floats ≥ 0 [windows, channels], and block 16 in `block16.sign`. */
export interface Pooling {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
}

export const toDouble = { to: 11 };
export const toFloat = { to: 1 };
const toInteger = { to: 6 };
const toByte = { to: 2 };

const rootSteps = 8;

/** x to the power 1/4 + 1/16 + 1/64 + 1/256 ≈ 1/3 by square roots, which every processor rounds alike. */
function cubeRoot(from: string, to: string): OnnxNode[] {
  const nodes: OnnxNode[] = [];
  const root = (step: number): string => (step === 0 ? from : `${to}.root${step}`);
  let product = root(2);
  for (let step = 1; step <= rootSteps; step += 1) {
    nodes.push({ operator: 'Sqrt', inputs: [root(step - 1)], outputs: [root(step)] });
    if (step <= 2 || step % 2 === 1) continue;
    const next = step === rootSteps ? to : `${to}.product${step}`;
    nodes.push({ operator: 'Mul', inputs: [product, root(step)], outputs: [next] });
    product = next;
  }
  return nodes;
}

/** Sum over the cells of a map of 32-bit integers. */
function cellSum(layer: LayerName, from: string, to: string): OnnxNode {
  return { operator: 'ReduceSum', inputs: [from, `${layer}.cells`], outputs: [to], attributes: { keepdims: 1 } };
}

/** Cube roots, up to about 1,200, are rounded to a part of this. Other numbers as fine give scores that differ in the last digits. */
const rootFineness = 2056;

/**
 * Block 6: the cube root of the sum of cubes, which favours what stands out (Radenović et al. 2018, equation 1). Cubes
 * are taken by eighths: 784 of them fit 32 bits.
 */
function cubicPooling(step: ConvolutionStep): Pooling {
  const { channels, side } = layerShape.block6;
  return {
    initializers: [
      { name: 'block6.shape', dimensions: [2], type: 'int64', bytes: wholeNumbers(side * side, channels) },
      { name: 'block6.cells', dimensions: [1], type: 'int64', bytes: wholeNumbers(0) },
      { name: 'block6.eighth', dimensions: [], type: 'float32', bytes: bytesOf(Float32Array.of(1 / 8)) },
      { name: 'block6.rootFineness', dimensions: [], type: 'float64', bytes: doubles([rootFineness]) },
    ],
    nodes: [
      { operator: 'Reshape', inputs: [step.name, 'block6.shape'], outputs: ['block6.flat'] },
      { operator: 'Cast', inputs: ['block6.flat'], outputs: ['block6.values'], attributes: toFloat },
      { operator: 'Mul', inputs: ['block6.values', 'block6.values'], outputs: ['block6.square'] },
      { operator: 'Mul', inputs: ['block6.values', 'block6.eighth'], outputs: ['block6.part'] },
      { operator: 'Mul', inputs: ['block6.square', 'block6.part'], outputs: ['block6.cube'] },
      { operator: 'Cast', inputs: ['block6.cube'], outputs: ['block6.whole'], attributes: toInteger },
      cellSum('block6', 'block6.whole', 'block6.sum'),
      { operator: 'Cast', inputs: ['block6.sum'], outputs: ['block6.double'], attributes: toDouble },
      ...cubeRoot('block6.double', 'block6.third'),
      { operator: 'Mul', inputs: ['block6.third', 'block6.rootFineness'], outputs: ['block6.scaled'] },
      { operator: 'Round', inputs: ['block6.scaled'], outputs: ['block6.size'] },
    ],
  };
}

/** Windows × cells of zeros and ones: the product with a map is the sum of each window. */
function windowRows(): Uint8Array {
  const { side } = layerShape.block13;
  const values = new Uint8Array(cellWindows.length * side * side);
  cellWindows.forEach((window, row) => {
    for (let y = window.y; y < window.y + window.side; y += 1) {
      const start = (row * side + y) * side + window.x;
      values.fill(1, start, start + window.side);
    }
  });
  return values;
}

/** Block 13: the sum of each window. */
function windowPooling(step: ConvolutionStep): Pooling {
  const { channels, side } = layerShape.block13;
  const windows = { dimensions: [cellWindows.length, side * side], type: 'uint8' as const, bytes: windowRows() };
  return {
    initializers: [
      { name: 'block13.shape', dimensions: [2], type: 'int64', bytes: wholeNumbers(side * side, channels) },
      { name: 'block13.windows', ...windows },
    ],
    nodes: [
      { operator: 'Reshape', inputs: [step.name, 'block13.shape'], outputs: ['block13.flat'] },
      { operator: 'MatMulInteger', inputs: ['block13.windows', 'block13.flat'], outputs: ['block13.sum'] },
      { operator: 'Cast', inputs: ['block13.sum'], outputs: ['block13.size'], attributes: toDouble },
    ],
  };
}

/** Weights of block 16's last layer, inputs × outputs, and its bias in units of a sum over all cells. */
function lastLayer(step: ConvolutionStep): { weights: Uint8Array; bias: Int32Array } {
  const { channels, side } = layerShape.block16;
  const inputs = step.kernel.shape[1] ?? 1;
  const weights = new Uint8Array(inputs * channels);
  for (let from = 0; from < inputs; from += 1) {
    for (let to = 0; to < channels; to += 1)
      weights[from * channels + to] = step.kernel.bytes[to * inputs + from] as number;
  }
  const unit = (step.kernel.scale * clippedCode.scale) / (side * side);
  return { weights, bias: Int32Array.from(step.bias, (value) => Math.round(value / unit)) };
}

/**
 * Block 16: the mean of a linear layer is the layer of the mean, so it is applied to sums of cells instead of to each
 * cell. A sum is two bytes, and so is multiplied as two.
 */
function linearPooling(step: ConvolutionStep): Pooling {
  const { channels, side } = layerShape.block16;
  const inputs = step.kernel.shape[1] ?? 1;
  const { weights, bias } = lastLayer(step);
  const product = (digit: string): OnnxNode => ({
    operator: 'MatMulInteger',
    inputs: [`block16.${digit}Byte`, 'block16.weights', 'zero', 'block16.zero'],
    outputs: [`block16.${digit}Product`],
  });
  return {
    initializers: [
      { name: 'block16.shape', dimensions: [2], type: 'int64', bytes: wholeNumbers(side * side, inputs) },
      { name: 'block16.cells', dimensions: [1], type: 'int64', bytes: wholeNumbers(0) },
      { name: 'block16.byte', dimensions: [], type: 'int32', bytes: bytesOf(Int32Array.of(256)) },
      { name: 'block16.weights', dimensions: [inputs, channels], type: 'uint8', bytes: weights },
      { name: 'block16.zero', dimensions: [], type: 'uint8', bytes: Uint8Array.of(step.zeroPoint) },
      { name: 'block16.bias', dimensions: [1, channels], type: 'int32', bytes: bytesOf(bias) },
    ],
    nodes: [
      { operator: 'Reshape', inputs: [step.input ?? '', 'block16.shape'], outputs: ['block16.flat'] },
      { operator: 'Cast', inputs: ['block16.flat'], outputs: ['block16.values'], attributes: toInteger },
      cellSum('block16', 'block16.values', 'block16.sum'),
      { operator: 'Div', inputs: ['block16.sum', 'block16.byte'], outputs: ['block16.high'] },
      { operator: 'Mul', inputs: ['block16.high', 'block16.byte'], outputs: ['block16.highPart'] },
      { operator: 'Sub', inputs: ['block16.sum', 'block16.highPart'], outputs: ['block16.low'] },
      { operator: 'Cast', inputs: ['block16.high'], outputs: ['block16.highByte'], attributes: toByte },
      { operator: 'Cast', inputs: ['block16.low'], outputs: ['block16.lowByte'], attributes: toByte },
      product('high'),
      product('low'),
      { operator: 'Mul', inputs: ['block16.highProduct', 'block16.byte'], outputs: ['block16.larger'] },
      { operator: 'Add', inputs: ['block16.larger', 'block16.lowProduct'], outputs: ['block16.product'] },
      { operator: 'Add', inputs: ['block16.product', 'block16.bias'], outputs: ['block16.value'] },
      { operator: 'Cast', inputs: ['block16.value'], outputs: ['block16.double'], attributes: toDouble },
      { operator: 'Abs', inputs: ['block16.double'], outputs: ['block16.size'] },
      { operator: 'Sign', inputs: ['block16.double'], outputs: ['block16.sign'] },
    ],
  };
}

/** How each layer's map becomes one value a channel and window. */
export const poolings: Readonly<Record<LayerName, (step: ConvolutionStep) => Pooling>> = {
  block6: cubicPooling,
  block13: windowPooling,
  block16: linearPooling,
};
