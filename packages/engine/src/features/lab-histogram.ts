import {
  colourKernels,
  curveAt,
  histogramAt,
  inputAt,
  labHistogramLength,
  lightAt,
  lightnessAt,
  stepsOfRatio,
  vectorMargin,
} from './colour-kernels.ts';
import { growTo } from '../web-assembly.ts';

/**
 * Colour histogram in CIE L*a*b*, trilinear, square-rooted: the dot product of two is the Bhattacharyya coefficient.
 * Counts the means of 2 × 2 pixels in five bins of lightness and nine of a* and of b*; a* and b* of sRGB colours stay within
 * ±110, and the outer bins gather what little lies beyond ±80.
 * @param planes  planar RGB of a square picture, 0…1; its side is even.
 * @returns       `labHistogramLength` values ≥ 0 with unit length.
 * @source CIE 15:2004 (D65); sRGB primaries of IEC 61966-2-1.
 */
export function labHistogram(planes: Float32Array): Float32Array {
  const { memory, addColours } = colourKernels();
  const side = Math.sqrt(planes.length / 3);
  const lineAt = inputAt + planes.byteLength + vectorMargin;
  growTo(memory, lineAt + side * Float32Array.BYTES_PER_ELEMENT + vectorMargin);
  const histogram = new Float64Array(memory.buffer, histogramAt, labHistogramLength).fill(0);
  new Float32Array(memory.buffer, inputAt, planes.length).set(planes);
  addColours(inputAt, side, lightAt, curveAt, lightnessAt, stepsOfRatio, histogramAt, lineAt);
  const total = (side * side) / 4;
  return Float32Array.from(histogram, (count) => Math.sqrt(count / total));
}
