import { layerNames } from '../../packages/engine/src/features/embedding-network.ts';
import type { LayerName } from '../../packages/engine/src/features/embedding-network.ts';
import { tapSuffixes, transposeBytes } from './convert-mobilenet.ts';
import type { QuantizedTensor, TfjsGraph, TfjsNode } from './read-tfjs-graph.ts';

/** One convolution of the shipped network with its weights as they are stored. */
export interface ConvolutionStep {
  readonly kind: 'convolution';
  /** `first`, or the block and its part: `block3.expand`. */
  readonly name: string;
  /** Step whose map it reads; undefined reads the picture. */
  readonly input: string | undefined;
  /** Output channels × inputs per group × side × side; weight = (byte − zeroPoint) × scale. */
  readonly kernel: QuantizedTensor;
  readonly zeroPoint: number;
  readonly bias: Float64Array;
  readonly stride: number;
  readonly isDepthwise: boolean;
  /** Whether its outputs are clipped to 0…6. */
  readonly isClipped: boolean;
  /** The embedding that is made of its map. */
  readonly tap: LayerName | undefined;
}

/** A block's output added to its input. */
export interface SumStep {
  readonly kind: 'sum';
  readonly name: string;
  readonly operands: readonly [string, string];
}

export type NetworkStep = ConvolutionStep | SumStep;

/** TensorFlow's SAME padding of an even side by a 3 × 3 kernel with stride 2 pads only after; with stride 1, both sides. */
export function paddingOf(side: number, stride: number): number[] {
  if (side === 1) return [0, 0, 0, 0];
  return stride === 2 ? [0, 0, 1, 1] : [1, 1, 1, 1];
}

function weightOf(graph: TfjsGraph, name: string | undefined): QuantizedTensor {
  const tensor = graph.weights.get(name ?? '');
  if (tensor === undefined) throw new Error(`the shipped graph has no weight ${name ?? '(none)'}`);
  return tensor;
}

/** The byte that means zero; every stored kernel has one, so that its weights are whole numbers times a scale. */
function zeroPointOf({ minimum, scale }: QuantizedTensor, name: string): number {
  const exact = -minimum / scale;
  const whole = Math.round(exact);
  if (whole < 0 || whole > 255 || Math.abs(exact - whole) > 1e-3)
    throw new Error(`no byte of ${name} means zero: its weights are not whole numbers`);
  return whole;
}

function stepName(name: string): string {
  const [, block, part] = /expanded_conv(?:_(\d+))?\/(expand|depthwise|project|add)/.exec(name) ?? [];
  if (part === undefined) return 'first';
  return `block${block ?? '0'}.${part === 'add' ? 'sum' : part}`;
}

function convolutionStep(graph: TfjsGraph, node: TfjsNode, input: string | undefined): ConvolutionStep {
  const isDepthwise = node.operator === 'FusedDepthwiseConv2dNative';
  const stored = weightOf(graph, node.inputs[1]);
  const bias = weightOf(graph, node.inputs[2]);
  return {
    kind: 'convolution',
    name: stepName(node.name),
    input,
    // HWIO → OIHW; a depthwise kernel is HWI1 → I1HW.
    kernel: transposeBytes(stored, isDepthwise ? [2, 3, 0, 1] : [3, 2, 0, 1]),
    zeroPoint: zeroPointOf(stored, node.name),
    bias: Float64Array.from(bias.bytes, (byte) => byte * bias.scale + bias.minimum),
    stride: node.strides[1] ?? 1,
    isDepthwise,
    isClipped: !node.name.includes('/project/'),
    tap: layerNames.find((layer) => node.name.endsWith(tapSuffixes[layer])),
  };
}

/** The step of a node, or undefined for those that are no part of the network: the picture's range, and constants. */
function stepOf(graph: TfjsGraph, node: TfjsNode, inputs: readonly (string | undefined)[]): NetworkStep | undefined {
  const [first, second] = inputs;
  switch (node.operator) {
    case 'AddV2':
      return { kind: 'sum', name: stepName(node.name), operands: [first ?? '', second ?? ''] };
    case '_FusedConv2D':
    case 'FusedDepthwiseConv2dNative':
      return convolutionStep(graph, node, first);
    case 'Placeholder':
    case 'Mul':
    case 'Sub':
      return undefined;
    default:
      throw new Error(`operator ${node.operator} (${node.name}) is not one this converter knows`);
  }
}

/** The shipped network as convolutions and sums in their order, up to the projection of block 16. */
export function networkSteps(graph: TfjsGraph): NetworkStep[] {
  const steps: NetworkStep[] = [];
  const names = new Map<string, string>();
  for (const node of graph.nodes) {
    const inputs = node.inputs.map((input) => names.get(input));
    const step = stepOf(graph, node, inputs);
    if (step === undefined) continue;
    steps.push(step);
    names.set(node.name, step.name);
    if (node.name.endsWith(tapSuffixes.block16)) return steps;
  }
  throw new Error('the shipped graph ends before block 16');
}
