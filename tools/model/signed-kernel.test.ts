import { expect, test } from 'vitest';
import { networkSteps } from './network-steps.ts';
import type { ConvolutionStep } from './network-steps.ts';
import { readTfjsGraph, shippedModelFolder } from './read-tfjs-graph.ts';
import { signedKernel } from './signed-kernel.ts';

const graph = await readTfjsGraph(shippedModelFolder());
const dense = networkSteps(graph).filter((step) => step.kind === 'convolution' && !step.isDepthwise);

function kernelOf(bytes: readonly number[], isDepthwise = false): ConvolutionStep {
  const shape = isDepthwise ? [1, 1, 3, 3] : [1, bytes.length, 1, 1];
  return {
    kind: 'convolution',
    name: 'made',
    input: undefined,
    kernel: { shape, bytes: Uint8Array.from(bytes), scale: 1, minimum: -100 },
    zeroPoint: 100,
    bias: Float64Array.of(0),
    stride: 1,
    isDepthwise,
    isClipped: true,
    tap: undefined,
  };
}

test('small weights are kept as they are stored', () => {
  const { weights, steps } = signedKernel(kernelOf([100, 164, 0, 110]));
  expect([...weights]).toEqual([0, 64, -100, 10]);
  expect([...steps]).toEqual([1]);
});

test('two neighbours that would saturate are rounded to a larger step, and mean the same', () => {
  const stored = [200, 190, 100, 90];
  const { weights, steps } = signedKernel(kernelOf(stored));
  const [step = 0] = steps;
  expect(255 * ((weights[0] as number) + (weights[1] as number))).toBeLessThanOrEqual(32_767);
  expect(step).toBeLessThan(1.6);
  weights.forEach((weight, at) => expect(Math.abs(weight * step - ((stored[at] as number) - 100))).toBeLessThan(step));
});

test('a depthwise weight only has to be a signed byte', () => {
  const { weights, steps } = signedKernel(kernelOf([227, 227, 100, 0, 0, 100, 100, 100, 100], true));
  expect([...weights].slice(0, 4)).toEqual([127, 127, 0, -100]);
  expect([...steps]).toEqual([1]);
});

/** The worst sums of two neighbouring products of one output channel, with bytes of 0 or 255. */
function worstSums(row: readonly number[]): number[] {
  return row.flatMap((first, at) => {
    if (at % 2 === 1) return [];
    const pair = [first, row[at + 1] ?? 0];
    const of = (sign: number): number => 255 * pair.reduce((sum, weight) => sum + Math.max(0, sign * weight), 0);
    return [of(1), -of(-1)];
  });
}

test.each(dense.map((step) => [step.name, step] as const))('no bytes at all saturate 16 bits in %s', (_, step) => {
  const { weights, steps } = signedKernel(step as ConvolutionStep);
  const { kernel } = step as ConvolutionStep;
  const [channels = 1, inputs = 1, height = 1, width = 1] = kernel.shape;
  const area = height * width;
  for (let channel = 0; channel < channels; channel += 1) {
    const row = Array.from(
      { length: inputs * area },
      (__, at) => weights[(channel * inputs + (at % inputs)) * area + Math.floor(at / inputs)] as number,
    );
    const sums = worstSums(row);
    expect(Math.max(...sums)).toBeLessThanOrEqual(32_767);
    expect(Math.min(...sums)).toBeGreaterThanOrEqual(-32_768);
  }
  expect([...steps].filter((each) => each !== 1).length / channels).toBeLessThan(0.15);
});
