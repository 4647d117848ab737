import { expect, test } from 'vitest';
import type { Affine } from './affine.ts';
import { layOver } from './lay-over.ts';
import { freeLayers, layerKernels } from './layer-kernels.ts';
import { detailedPicture } from './level.ts';
import type { DetailedPicture } from './level.ts';
import { rowAt } from './plane.ts';
import type { Plane } from './plane.ts';

const [width, height] = [120, 60];
/** Brightness grows by one to the right, by two downward. */
function slope(): DetailedPicture {
  const data = Uint8Array.from({ length: width * height }, (_, at) => (at % width) + 2 * Math.floor(at / width));
  return detailedPicture({ width, height, data }, { width: 1, height: 1, data: new Uint8Array(3) });
}

const rowOf = (plane: Plane, y: number): Int16Array =>
  new Int16Array(layerKernels().memory.buffer, rowAt(plane, y), plane.width);

/** Gradients are differences over two pixels, in eighths. */
const unit = 16;

/** How many pixels inside have not the gradient of the slope, and how many outside are said to be known. */
function wrongPixels(toOther: Affine): { inside: number; wrong: number; known: number } {
  freeLayers();
  const { warped } = layOver(slope(), slope(), { toOther, ratio: 1 });
  const [a, b, c, d, e, f] = toOther;
  const counts = { inside: 0, wrong: 0, known: 0 };
  for (let y = 0; y < height; y += 1) {
    const rows = [warped.x, warped.y, warped.known].map((plane) => (plane === undefined ? undefined : rowOf(plane, y)));
    for (let x = 0; x < width; x += 1) {
      const [u, v] = [a * (x + 0.5) + b * (y + 0.5) + c, d * (x + 0.5) + e * (y + 0.5) + f];
      const depth = Math.min(u, v, width - u, height - v);
      const [across = 0, down = 0, known = 0] = rows.map((row) => row?.[x] ?? 0);
      if (depth < -0.01 && known !== 0) counts.known += 1;
      // At its own edge the frame stands in for what lies beyond.
      if (depth < 4 || x === 0 || y === 0 || x === width - 1 || y === height - 1) continue;
      counts.inside += 1;
      const error = Math.max(Math.abs(across - unit * (a + 2 * d)), Math.abs(down - unit * (b + 2 * e)));
      if (known === 0 || error > 1) counts.wrong += 1;
    }
  }
  return counts;
}

test.each<[string, Affine]>([
  ['in its place', [1, 0, 0, 0, 1, 0]],
  ['half a pixel off', [1, 0, 0.5, 0, 1, -0.5]],
  ['beginning outside', [1, 0, -17.3, 0, 1, -9.6]],
  ['ending outside', [1, 0, 31.7, 0, 1, 12.2]],
  ['mirrored', [-1, 0, width, 0, 1, 0]],
  ['turned a little', [0.98, -0.12, 6, 0.12, 0.98, -4]],
  ['turned by a quarter', [0, 1, 20, -1, 0, 70]],
  ['twice as large', [0.5, 0, 3, 0, 0.5, 7]],
  ['almost all outside', [1, 0, width - 9, 0, 1, height - 9]],
])('a picture %s has the gradients of its slope wherever it is, and none elsewhere', (_, toOther) => {
  const { inside, wrong, known } = wrongPixels(toOther);
  expect(inside).toBeGreaterThan(0);
  expect([wrong, known]).toEqual([0, 0]);
});
