import { expect, test } from 'vitest';
import { encodeBmp } from './bmp.ts';
import { encodePpm } from './ppm.ts';

const picture = { width: 3, height: 2, data: Uint8Array.from({ length: 18 }, (_, index) => index * 10) };

test('a bitmap stores rows from the bottom, blue first, padded to four bytes', () => {
  const bytes = encodeBmp(picture);
  const view = new DataView(bytes.buffer);
  expect(bytes.length).toBe(54 + 2 * 12);
  expect([view.getUint32(2, true), view.getInt32(18, true), view.getInt32(22, true)]).toEqual([78, 3, 2]);
  expect([...bytes.subarray(54, 66)]).toEqual([110, 100, 90, 140, 130, 120, 170, 160, 150, 0, 0, 0]);
  expect([...bytes.subarray(66, 69)]).toEqual([20, 10, 0]);
});

test('a pixmap is its header followed by the pixels as they are', () => {
  const bytes = encodePpm(picture);
  expect(new TextDecoder().decode(bytes.subarray(0, 11))).toBe('P6\n3 2\n255\n');
  expect([...bytes.subarray(11)]).toEqual([...picture.data]);
});
