import { expect, test } from 'vitest';
import { scoreOfFlat } from './flat-colours.ts';

const flat = (colour: readonly number[], size: number): Parameters<typeof scoreOfFlat>[0] => ({
  width: size,
  height: size,
  data: Uint8Array.from({ length: 3 * size * size }, (_, at) => colour[at % 3] ?? 0),
});

test('the same colour all over is the same picture, at any size and after compression', () => {
  expect(scoreOfFlat(flat([0, 0, 0], 4), flat([0, 0, 0], 9))).toBe(0.97);
  expect(scoreOfFlat(flat([192, 32, 32], 4), flat([190, 33, 35], 4))).toBe(0.97);
});

test('another colour all over is another picture', () => {
  expect(scoreOfFlat(flat([0, 0, 0], 4), flat([255, 255, 255], 4))).toBe(0);
  expect(scoreOfFlat(flat([192, 32, 32], 4), flat([32, 32, 192], 4))).toBeLessThan(0.2);
  expect(scoreOfFlat(flat([128, 128, 128], 4), flat([80, 80, 80], 4))).toBeLessThan(0.5);
});
