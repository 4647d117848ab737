import { expect, test } from 'vitest';
import { halvePlane } from './halve-plane.ts';

test('half a plane has the rounded means of 2 × 2, without an odd row and column', () => {
  const data = Uint8Array.from([0, 2, 10, 11, 99, 4, 4, 10, 11, 99, 255, 255, 255, 254, 99]);
  expect(halvePlane({ width: 5, height: 3, data })).toEqual({ width: 2, height: 1, data: Uint8Array.from([3, 11]) });
});
