import { expect, it } from 'vitest';
import { halveRaster } from './halve-raster.ts';

/** Bytes that follow no pattern. */
function noise(width: number, height: number): Uint8Array {
  return Uint8Array.from({ length: 3 * width * height }, (_, at) => (Math.imul(at + 1, 0x9e37_79b1) >>> 13) & 255);
}

it.each([
  [2, 2],
  [9, 5],
  [16, 8],
  [37, 12],
  [66, 3],
])('halves %i × %i pixels to the means of four', (width, height) => {
  const data = noise(width, height);
  const half = halveRaster({ width, height, data });
  const at = (x: number, y: number, channel: number): number => data[3 * (y * width + x) + channel] ?? Number.NaN;
  const expected: number[] = [];
  for (let y = 0; y < height >> 1; y += 1) {
    for (let x = 0; x < width >> 1; x += 1) {
      for (let channel = 0; channel < 3; channel += 1) {
        const sum = [0, 1].flatMap((down) => [0, 1].map((right) => at(2 * x + right, 2 * y + down, channel)));
        expected.push(Math.floor((sum.reduce((all, value) => all + value, 0) + 2) / 4));
      }
    }
  }
  expect([half.width, half.height]).toEqual([width >> 1, height >> 1]);
  expect(Array.from(half.data)).toEqual(expected);
});
