import { expect, test } from 'vitest';
import type { Raster } from '../raster.ts';
import { placeRaster } from './raster-kernels.ts';
import { placedPlanes, squash } from './resample.ts';

function raster(width: number, height: number): Raster {
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height * 3 }, (_, at) => (at * 7919 + at ** 2 / 8) & 255),
  };
}

/** Weights of one output position over `from` inputs: a triangle as wide as the reduction, cut at the edges. */
function triangle(position: number, from: number, to: number): number[] {
  const centre = ((position + 0.5) * from) / to - 0.5;
  const support = Math.max(1, from / to);
  const weights = Array.from({ length: from }, (_, at) => Math.max(0, 1 - Math.abs(at - centre) / support));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function expectedAt({ width, height, data }: Raster, size: readonly [number, number], at: number): number {
  const [toWidth, toHeight] = size;
  const channel = at % 3;
  const x = Math.floor(at / 3) % toWidth;
  const y = Math.floor(at / 3 / toWidth);
  const columns = triangle(x, width, toWidth);
  return triangle(y, height, toHeight).reduce((sum, down, row) => {
    if (down === 0) return sum;
    const line = columns.reduce(
      (total, across, column) => total + across * (data[(row * width + column) * 3 + channel] ?? 0),
      0,
    );
    return sum + down * line;
  }, 0);
}

// Single precision: two sums of a few products of at most 255.
const tolerance = 1e-3;

test.each<{ from: readonly [number, number]; to: readonly [number, number] }>([
  { from: [61, 47], to: [22, 19] },
  { from: [5, 7], to: [20, 16] },
  { from: [1, 1], to: [9, 4] },
  { from: [33, 33], to: [33, 33] },
  { from: [300, 2], to: [7, 2] },
])('$from to $to is a triangle filter both ways', ({ from, to }) => {
  const source = raster(...from);
  const result = squash(source, ...to);
  expect(result.length).toBe(to[0] * to[1] * 3);
  const errors = result.map((value, at) => Math.abs(value - expectedAt(source, to, at)));
  expect(Math.max(...errors)).toBeLessThan(tolerance);
});

test('planes hold the same pixels, 0 to 1', () => {
  const source = raster(61, 47);
  const [interleaved, planes] = [squash(source, 16, 16), placedPlanes(placeRaster(source), 16)];
  const errors = interleaved.map((value, at) =>
    Math.abs(value / 255 - (planes[(at % 3) * 256 + Math.floor(at / 3)] ?? -1)),
  );
  expect(Math.max(...errors)).toBeLessThan(tolerance / 255);
});

test('a large raster leaves nothing behind in a small one', () => {
  const small = raster(20, 10);
  const before = squash(small, 8, 8);
  squash({ width: 2000, height: 1500, data: new Uint8Array(2000 * 1500 * 3).fill(255) }, 8, 8);
  expect(squash(small, 8, 8)).toEqual(before);
});
