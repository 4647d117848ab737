import type { ConvolutionStep } from './network-steps.ts';

/** Weights of a convolution as signed bytes, weight = byte × step × the stored scale. */
export interface SignedKernel {
  /** In the order of the stored kernel. */
  readonly weights: Int8Array;
  /** One for each output channel; 1 where the stored bytes are kept. */
  readonly steps: Float64Array;
}

/** 255 times this fits 16 signed bits. */
const mostOfPair = 128;

/** Whether two neighbouring products of any bytes fit 16 signed bits, as processors without VNNI add them. */
function fits(first: number, second: number): boolean {
  const above = Math.max(0, first) + Math.max(0, second);
  const below = Math.max(0, -first) + Math.max(0, -second);
  return above <= mostOfPair && below <= mostOfPair && isByte(first) && isByte(second);
}

const isByte = (weight: number): boolean => weight >= -128 && weight <= 127;

/**
 * The weights of one output channel at a step, in the order they are multiplied in, or undefined where they do not fit.
 * The nine products of a depthwise channel are each widened before they are added.
 */
function atStep(
  row: readonly number[],
  { step, isDepthwise }: { step: number; isDepthwise: boolean },
): number[] | undefined {
  const whole = row.map((weight) => Math.round(weight / step));
  if (isDepthwise) return whole.every(isByte) ? whole : undefined;
  for (let at = 0; at < whole.length; at += 2) if (!fits(whole[at] as number, whole[at + 1] ?? 0)) return undefined;
  return whole;
}

const finenessOfSteps = 32;

/**
 * Stored weights less their zero point, so that no processor saturates. Of a hundred output channels one has weights too
 * large for that: they are rounded to the finest step at which they fit.
 * @source onnxruntime, MLAS, U8S8 kernels for AVX2 and AVX512: `vpmaddubsw` adds two products in 16 bits.
 */
export function signedKernel({ kernel, zeroPoint, isDepthwise }: ConvolutionStep): SignedKernel {
  const [channels = 1, inputs = 1, height = 1, width = 1] = kernel.shape;
  const area = height * width;
  const weights = new Int8Array(kernel.bytes.length);
  const steps = new Float64Array(channels);
  for (let channel = 0; channel < channels; channel += 1) {
    const placeOf = (at: number): number => channel * inputs * area + (at % inputs) * area + Math.floor(at / inputs);
    // Maps are stored channels last: products run over channels, then over cells.
    const row = Array.from({ length: inputs * area }, (_, at) => (kernel.bytes[placeOf(at)] as number) - zeroPoint);
    let count = finenessOfSteps;
    let whole = atStep(row, { step: 1, isDepthwise });
    while (whole === undefined) {
      count += 1;
      whole = atStep(row, { step: count / finenessOfSteps, isDepthwise });
    }
    steps[channel] = count / finenessOfSteps;
    whole.forEach((weight, at) => (weights[placeOf(at)] = weight));
  }
  return { weights, steps };
}
