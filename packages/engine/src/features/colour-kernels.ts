import { startModule } from '../web-assembly.ts';
import type { LinearMemory } from '../web-assembly.ts';
import { networkSide } from './embedding-network.ts';
import { colourKernels as compiled } from './generated/colour-kernels.ts';
import { rasterAt, rasterKernels } from './raster-kernels.ts';

/**
 * Loops of `colour-kernels.wat`, where each is described; addresses are bytes of the memory. A picture has each of them run
 * once: as JavaScript they were begun slowly for every picture anew, and left again where they ended.
 */
export interface ColourKernels {
  readonly memory: LinearMemory;
  addColours(
    ...regions: readonly [
      planes: number,
      side: number,
      light: number,
      curve: number,
      lightness: number,
      steps: number,
      histogram: number,
      line: number,
    ]
  ): void;
  countColours(from: number, count: number): number;
  moments(from: number, count: number, to: number): void;
}

/** The bins of the histogram are set in the kernel, too. */
export const labHistogramLength: number = 5 * 9 * 9;

const doubleBytes = 8;
const byteValues = 256;
/** CIE f(t), tabulated over 0…1.1: the cube root is the costly part of the conversion. */
const curveSteps = 4096;
export const stepsOfRatio: number = curveSteps / 1.1;
/** Of a record of lightness: three doubles, and the bytes of a bin. */
const lightnessBytes = 32;
/** Bins of lightness beyond the first, which are 25 apart, and those of a and b that each of them has. */
const lightnessSteps = 4;
const binsOfLightness = 9 * 9;
/** Each channel with five bits. */
export const coarseColours: number = 2 ** 15;

/** In the memory of rasters, before them: tables that every call shares, then room for results. */
/** The kernel's own place for the colours that were seen. */
export const seenAt = 0;
export const lightAt: number = seenAt + coarseColours;
export const curveAt: number = lightAt + 3 * byteValues * 4 * doubleBytes;
export const lightnessAt: number = curveAt + (curveSteps + 2) * doubleBytes;
export const histogramAt: number = lightnessAt + (curveSteps + 2) * lightnessBytes;
export const sumsAt: number = histogramAt + (labHistogramLength + 1) * doubleBytes;
/** Room for a line of colours. */
export const lineAt: number = sumsAt + 2 * doubleBytes;
const endOfTables: number = lineAt + 4 * networkSide;

/** Parts of X, Y and Z, by the white of D65, of red, green and blue. @source CIE 15:2004; primaries of IEC 61966-2-1 */
const partsOfLight = [
  [0.412_456 / 0.950_47, 0.212_673, 0.019_334 / 1.088_83],
  [0.357_576 / 0.950_47, 0.715_152, 0.119_192 / 1.088_83],
  [0.180_437 / 0.950_47, 0.072_175, 0.950_304 / 1.088_83],
] as const;

/** sRGB byte → linear light, 0…1. */
function linearOf(byte: number): number {
  const value = byte / 255;
  return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function curveOf(ratio: number): number {
  return ratio > 216 / 24_389 ? Math.cbrt(ratio) : (ratio * 24_389) / 27 / 116 + 16 / 116;
}

/** The curve at one step as a record: its value, what the darker and the brighter bin of lightness get, and where the darker one lies. */
function writeLightness(record: DataView, step: number): void {
  const value = curveOf(step / stepsOfRatio);
  const place = Math.min(lightnessSteps, Math.max(0, ((116 * value - 16) / 100) * lightnessSteps));
  const bin = Math.min(lightnessSteps - 1, Math.floor(place));
  [value, 1 - place + bin, place - bin].forEach((double, at) => {
    record.setFloat64(at * doubleBytes, double, true);
  });
  record.setInt32(3 * doubleBytes, bin * binsOfLightness * doubleBytes, true);
}

function start(): ColourKernels {
  if (endOfTables > rasterAt) throw new RangeError('rasters begin within the tables');
  const { memory } = rasterKernels();
  const kernels = { ...startModule<Omit<ColourKernels, 'memory'>>(compiled, memory), memory };
  const { buffer } = memory;
  const light = partsOfLight.flatMap((parts) =>
    Array.from({ length: byteValues }, (_, byte) => [...parts.map((part) => part * linearOf(byte)), 0]).flat(),
  );
  new Float64Array(buffer, lightAt).set(light);
  new Float64Array(buffer, curveAt).set(
    Array.from({ length: curveSteps + 2 }, (_, step) => curveOf(step / stepsOfRatio)),
  );
  for (let step = 0; step < curveSteps + 2; step += 1)
    writeLightness(new DataView(buffer, lightnessAt + step * lightnessBytes), step);
  return kernels;
}

let shared: ColourKernels | undefined;

/** One instance a thread: a caller writes its input, runs, and takes its output before anything else can run. */
export function colourKernels(): ColourKernels {
  shared ??= start();
  return shared;
}
