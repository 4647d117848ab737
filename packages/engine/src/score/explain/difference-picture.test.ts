import { expect, test } from 'vitest';
import { drawnCells } from '../../../test/score/drawn-cells.ts';
import type { Raster } from '../../raster.ts';
import { differencePicture } from './difference-picture.ts';

const side = 90;
/** The picture within the frame; the cells of the frame reach into it. */
const [from, to] = [18, 72];

/** A frame of dark and light squares around an even picture. */
function framed(within: number, shown: (tone: number) => number = (tone) => tone): Raster {
  const data = new Uint8Array(3 * side * side);
  for (let at = 0; at < side * side; at += 1) {
    const [x, y] = [at % side, Math.floor(at / side)];
    const isWithin = x >= from && x < to && y >= from && y < to;
    const square = (Math.floor(x / 6) + Math.floor(y / 6)) % 2 === 0 ? 30 : 230;
    data.fill(Math.round(shown(isWithin ? within : square)), 3 * at, 3 * at + 3);
  }
  return { width: side, height: side, data };
}

const cells = drawnCells(['+++', '+ +', '+++']);
const registration = {
  toSecond: [1, 0, 0, 0, 1, 0],
  from: 'frame',
  mirrored: false,
  quarterTurns: 0,
  inverted: false,
} as const;

/** How red a pixel is. */
function redness(first: Raster, second: Raster, [x, y]: readonly [number, number]): number {
  const { data } = differencePicture(first, second, { cells, registration });
  const at = 3 * (y * side + x);
  return (data[at] ?? 0) - (data[at + 1] ?? 0);
}

test.each([
  ['as they are', (tone: number) => tone],
  ['paler, as a scan', (tone: number) => 60 + 0.7 * tone],
  ['darker, as a screen in a photograph', (tone: number) => 0.55 * tone],
])('only the replaced picture in a frame is red, tones %s', (_, shown) => {
  const [first, second] = [framed(235), framed(20, shown)];
  for (const place of [
    [3, 3],
    [9, 3],
    [80, 45],
    [45, 87],
  ] as const)
    expect(redness(first, second, place)).toBeLessThan(10);
  expect(redness(first, second, [45, 45])).toBeGreaterThan(150);
});
