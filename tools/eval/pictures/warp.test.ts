import { expect, test } from 'vitest';
import type { Raster } from '../../../packages/engine/src/raster.ts';
import { rasterOf, warp } from './warp.ts';
import type { Mapping } from './warp.ts';

const source: Raster = { width: 2, height: 2, data: new Uint8Array([0, 0, 0, 100, 0, 0, 0, 60, 0, 100, 60, 200]) };
const size = { width: 2, height: 2 };

const drawn = async (mapping: Mapping): Promise<number[]> => [
  ...(await rasterOf(await warp(source, size, mapping))).data,
];

test('the identity draws the same pixels', async () => {
  expect(await drawn((x, y) => ({ x, y }))).toEqual([...source.data]);
});

test('between pixels it draws their mean, outside it draws white', async () => {
  const drawing = await drawn((x) => (x === 0 ? { x: 0.5, y: 0.5 } : { x: -0.1, y: 0 }));
  expect(drawing.slice(0, 6)).toEqual([50, 30, 50, 255, 255, 255]);
});

test('brightness multiplies and never leaves the range', async () => {
  expect((await drawn((x, y) => ({ x, y, brightness: 2 }))).slice(9)).toEqual([200, 120, 255]);
});
