import { expect, test } from 'vitest';
import { lumaOf } from './luma.ts';

test.each([1, 15, 16, 17, 333])('luma of %i pixels follows Rec. 601 in fixed point', (count) => {
  const data = Uint8Array.from({ length: 3 * count }, (_, at) => (at * 7919 + (at * at) / 8) & 255);
  const expected = Array.from({ length: count }, (_, at) => {
    const [red, green, blue] = data.subarray(3 * at, 3 * at + 3) as unknown as [number, number, number];
    return Math.floor((19_595 * red + 38_470 * green + 7471 * blue + 32_768) / 65_536);
  });
  expect([...lumaOf({ width: count, height: 1, data }).data]).toEqual(expected);
});

test('luma of black, white and the primaries is the standard’s', () => {
  const colours = [0, 0, 0, 255, 255, 255, 255, 0, 0, 0, 255, 0, 0, 0, 255];
  const plane = lumaOf({ width: 5, height: 1, data: Uint8Array.from(colours) });
  expect([...plane.data]).toEqual([0, 255, 76, 150, 29]);
});
