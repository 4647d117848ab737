import { layerNames, networkSide } from '../../packages/engine/src/features/embedding-network.ts';
import { bytesOf } from './array-bytes.ts';
import type { RawProjections } from './embedding-heads.ts';
import { exactHead, exactTypicality } from './exact-heads.ts';
import { mapCodes, pictureCode } from './map-code.ts';
import type { ChainScales, MapCode } from './map-code.ts';
import { networkSteps, paddingOf } from './network-steps.ts';
import type { ConvolutionStep, SumStep } from './network-steps.ts';
import { runtimeDomain } from './onnx-writer.ts';
import type { OnnxGraph, OnnxNode, OnnxTensor } from './onnx-writer.ts';
import type { TfjsGraph } from './read-tfjs-graph.ts';
import { signedKernel } from './signed-kernel.ts';

interface Part {
  readonly nodes: readonly OnnxNode[];
  readonly initializers: readonly OnnxTensor[];
}

/** The picture as bytes, height × width × channels. */
const picture: Part = {
  initializers: [
    { name: 'most', dimensions: [], type: 'float32', bytes: bytesOf(Float32Array.of(255)) },
    { name: 'one', dimensions: [], type: 'float32', bytes: bytesOf(Float32Array.of(1)) },
    { name: 'zero', dimensions: [], type: 'uint8', bytes: Uint8Array.of(0) },
    { name: 'noWeight', dimensions: [], type: 'int8', bytes: Uint8Array.of(0) },
    { name: 'middle', dimensions: [], type: 'uint8', bytes: Uint8Array.of(128) },
  ],
  nodes: [
    { operator: 'Mul', inputs: ['pixels', 'most'], outputs: ['pixels.scaled'] },
    { operator: 'QuantizeLinear', inputs: ['pixels.scaled', 'one', 'zero'], outputs: ['pixels.bytes'] },
    { operator: 'Transpose', inputs: ['pixels.bytes'], outputs: ['picture'], attributes: { perm: [0, 2, 3, 1] } },
  ],
};

const pointOf = ({ zeroPoint }: MapCode): string => (zeroPoint === 0 ? 'zero' : 'middle');

/** The bias in units of the integer sums. The picture's bytes lie half a step beside the values they stand for. */
function integerBias(step: ConvolutionStep, input: MapCode, scales: Float64Array): Int32Array {
  const { kernel, zeroPoint } = step;
  const each = kernel.bytes.length / scales.length;
  return Int32Array.from(step.bias, (bias, channel) => {
    const weights = kernel.bytes.subarray(channel * each, (channel + 1) * each);
    const sum = weights.reduce((total, byte) => total + (byte - zeroPoint), 0) * kernel.scale;
    const shift = step.input === undefined ? 0.5 * input.scale * sum : 0;
    return Math.round((bias + shift) / (scales[channel] as number) / input.scale);
  });
}

/**
 * A convolution of bytes. Scales of maps are all given as 1 and their ratio as part of the weights' scales: what a sum
 * is multiplied by is then one 32-bit float, the same in every runtime.
 */
function convolution(step: ConvolutionStep, input: MapCode, output: MapCode): Part {
  const { name, kernel, stride } = step;
  const [channels = 1, , side = 1] = kernel.shape;
  const { weights, steps } = signedKernel(step);
  const scales = steps.map((each) => each * kernel.scale);
  const ratios = Float32Array.from(scales, (scale) => (scale * input.scale) / output.scale);
  return {
    initializers: [
      { name: `${name}.weights`, dimensions: kernel.shape, type: 'int8', bytes: bytesOf(weights) },
      { name: `${name}.bias`, dimensions: [channels], type: 'int32', bytes: bytesOf(integerBias(step, input, scales)) },
      { name: `${name}.ratios`, dimensions: [channels], type: 'float32', bytes: bytesOf(ratios) },
    ],
    nodes: [
      {
        operator: 'QLinearConv',
        domain: runtimeDomain,
        inputs: [
          step.input ?? 'picture',
          'one',
          pointOf(input),
          `${name}.weights`,
          `${name}.ratios`,
          'noWeight',
          'one',
          pointOf(output),
          `${name}.bias`,
        ],
        outputs: [name],
        attributes: {
          channels_last: 1,
          kernel_shape: [side, side],
          strides: [stride, stride],
          pads: paddingOf(side, stride),
          group: step.isDepthwise ? channels : 1,
        },
      },
    ],
  };
}

/** Adds bytes: with all scales 1, whatever a runtime does in floats is exact. */
function sum({ name, operands: [first, second] }: SumStep): Part {
  const inputs = [first, 'one', 'middle', second, 'one', 'middle', 'one', 'middle'];
  return { initializers: [], nodes: [{ operator: 'QLinearAdd', domain: runtimeDomain, inputs, outputs: [name] }] };
}

/** What the network in integers is made of. */
export interface NetworkParts {
  readonly graph: TfjsGraph;
  readonly scales: ChainScales;
  /** Without them the outputs are the pooled layers, for learning. */
  readonly projections?: RawProjections;
}

/**
 * The shipped MobileNetV2 1.4 in integers, up to block 16: the stored bytes are the weights, maps are bytes. No step
 * rounds differently on another machine or in another runtime, and sums are whole wherever their order is open.
 * Inputs and outputs are those of `convertMobilenet`; pooled layers are `<layer>.pooled` [windows, channels].
 */
export function integerNetwork({ graph, scales, projections }: NetworkParts): OnnxGraph {
  const steps = networkSteps(graph);
  const codes = mapCodes(steps, scales);
  const codeOf = (name: string | undefined): MapCode => (name === undefined ? pictureCode : codes.get(name)) as MapCode;
  const parts: Part[] = [picture];
  const heads = new Map<string, Part & { readonly output: OnnxGraph['outputs'][number] }>();
  for (const step of steps) {
    if (step.kind === 'sum') parts.push(sum(step));
    // Block 16 ends in a layer that its head applies to the mean of the map.
    else if (step.tap !== 'block16') parts.push(convolution(step, codeOf(step.input), codeOf(step.name)));
    if (step.kind === 'convolution' && step.tap !== undefined)
      heads.set(step.tap, exactHead(step.tap, { step, projection: projections?.[step.tap] }));
  }
  const ends = layerNames.flatMap((layer) => heads.get(layer) ?? []);
  if (projections !== undefined) ends.push(exactTypicality(projections.background));
  return {
    name: 'mobilenet_v2_mid_integer',
    inputs: [{ name: 'pixels', dimensions: [1, 3, networkSide, networkSide] }],
    outputs: ends.map(({ output }) => output),
    initializers: [...parts, ...ends].flatMap(({ initializers }) => initializers),
    nodes: [...parts, ...ends].flatMap(({ nodes }) => nodes),
  };
}
