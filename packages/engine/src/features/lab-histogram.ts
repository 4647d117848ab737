import {
  colourKernels,
  curveAt,
  histogramAt,
  labHistogramLength,
  lightAt,
  lightnessAt,
  lineAt,
  stepsOfRatio,
} from './colour-kernels.ts';
import { placedAt } from './raster-kernels.ts';

/**
 * Colour histogram in CIE L*a*b*, trilinear, square-rooted: the dot product of two is the Bhattacharyya coefficient.
 * Counts the means of 2 × 2 pixels in five bins of lightness and nine of a* and of b*; a* and b* of sRGB colours stay within
 * ±110, and the outer bins gather what little lies beyond ±80.
 * @param planes  planar RGB of a square picture, 0…1; its side is even and at most `networkSide`.
 * @returns       `labHistogramLength` values ≥ 0 with unit length.
 * @source CIE 15:2004 (D65); sRGB primaries of IEC 61966-2-1.
 */
export function labHistogram(planes: Float32Array): Float32Array {
  const { memory, addColours } = colourKernels();
  const side = Math.sqrt(planes.length / 3);
  // Before any view of the memory, which may grow.
  const at = placedAt(planes);
  const histogram = new Float64Array(memory.buffer, histogramAt, labHistogramLength).fill(0);
  addColours(at, side, lightAt, curveAt, lightnessAt, stepsOfRatio, histogramAt, lineAt);
  const total = (side * side) / 4;
  const lab = new Float32Array(labHistogramLength);
  for (let bin = 0; bin < labHistogramLength; bin += 1) lab[bin] = Math.sqrt((histogram[bin] as number) / total);
  return lab;
}
