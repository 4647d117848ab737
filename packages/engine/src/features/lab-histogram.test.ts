import { expect, test } from 'vitest';
import { labHistogramLength } from './colour-kernels.ts';
import { labHistogram } from './lab-histogram.ts';

type Colour = readonly [red: number, green: number, blue: number];

const square = (side: number, colourAt: (x: number, y: number) => Colour): Float32Array => {
  const planes = new Float32Array(3 * side * side);
  for (let at = 0; at < side * side; at += 1) {
    const colour = colourAt(at % side, Math.floor(at / side));
    for (let channel = 0; channel < 3; channel += 1) planes[channel * side * side + at] = (colour[channel] ?? 0) / 255;
  }
  return planes;
};
const coefficient = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

/** Mean L*a*b* of a histogram: every colour inside the bins' range is spread so that its mean stays. */
function meanLab(histogram: Float32Array): Colour {
  const mean = [0, 0, 0] as [number, number, number];
  histogram.forEach((root, bin) => {
    mean[0] += root * root * Math.floor(bin / 81) * 25;
    mean[1] += root * root * ((Math.floor(bin / 9) % 9) * 20 - 80);
    mean[2] += root * root * ((bin % 9) * 20 - 80);
  });
  return mean;
}

// CIE L*a*b* (D65) as published for these sRGB colours, e.g. by Lindbloom's colour calculator.
test.each<[string, Colour, Colour]>([
  ['black', [0, 0, 0], [0, 0, 0]],
  ['white', [255, 255, 255], [100, 0, 0]],
  ['middle grey', [119, 119, 119], [50.03, 0, 0]],
  ['brown', [165, 42, 42], [37.53, 49.69, 30.55]],
  ['steel blue', [70, 130, 180], [52.47, -4.08, -32.2]],
  ['olive', [128, 128, 0], [51.87, -12.93, 56.68]],
])('one colour is counted at its place: %s', (_, colour, lab) => {
  const mean = meanLab(labHistogram(square(8, () => colour)));
  for (const [axis, value] of lab.entries()) expect(Math.abs((mean[axis] ?? 0) - value)).toBeLessThan(0.3);
});

test('unit length, and two halves of different colour share half with each', () => {
  const both = labHistogram(square(16, (x) => (x < 8 ? [255, 255, 255] : [0, 0, 0])));
  expect(both.length).toBe(labHistogramLength);
  expect(coefficient(both, both)).toBeCloseTo(1, 6);
  expect(coefficient(both, labHistogram(square(16, () => [255, 255, 255])))).toBeCloseTo(Math.SQRT1_2, 5);
});

test('a checkerboard of single pixels counts as its mean', () => {
  const checkered = labHistogram(square(16, (x, y) => ((x + y) % 2 === 0 ? [200, 200, 200] : [38, 38, 38])));
  expect(coefficient(checkered, labHistogram(square(16, () => [119, 119, 119])))).toBeCloseTo(1, 6);
});
