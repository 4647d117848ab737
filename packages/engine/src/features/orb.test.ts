import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { drawnPlane } from '../../test/score/drawn-plane.ts';
import type { DrawnPlane } from '../../test/score/drawn-plane.ts';
import { fastCorners } from './fast-corners.ts';
import { keypointKernels, placePlane, planeStride } from './keypoint-kernels.ts';
import type { PlacedPlane } from './keypoint-kernels.ts';
import { orbFeatures } from './orb.ts';

/** Features that users store stay comparable only while these arrays stay the same to the bit. */
function checksum(...arrays: readonly (Int32Array | Uint32Array | Float32Array)[]): string {
  const hash = createHash('sha256');
  for (const array of arrays) hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return hash.digest('hex').slice(0, 16);
}

interface Case {
  readonly name: string;
  readonly drawn: DrawnPlane;
  readonly points: number;
  readonly keypoints: string;
  readonly corners: string;
}

const nothing = 'e3b0c44298fc1c14';
const cases: readonly Case[] = [
  {
    name: 'landscape',
    drawn: { width: 320, height: 240, seed: 1 },
    points: 441,
    keypoints: 'a1b440a13b9ea72a',
    corners: '388297c8fe95f735',
  },
  {
    name: 'portrait',
    drawn: { width: 181, height: 320, seed: 2 },
    points: 384,
    keypoints: '740f44a1389e9826',
    corners: 'f54b71fdb5e428d9',
  },
  {
    name: 'narrow',
    drawn: { width: 320, height: 47, seed: 3 },
    points: 8,
    keypoints: '17a323ef0b1637e1',
    corners: '9a1199b192d87cf2',
  },
  {
    name: 'noisy',
    drawn: { width: 319, height: 211, seed: 4, noise: 120 },
    points: 465,
    keypoints: '86f760805a6099de',
    corners: '759be3186ee00380',
  },
  {
    name: 'soft',
    drawn: { width: 320, height: 320, seed: 5, contrast: 0.08, noise: 2 },
    points: 178,
    keypoints: '7de5bf9519c01775',
    corners: '3544d5f083ba0f4b',
  },
  {
    name: 'flat',
    drawn: { width: 320, height: 240, seed: 6, contrast: 0, noise: 0 },
    points: 0,
    keypoints: nothing,
    corners: nothing,
  },
  {
    name: 'too small',
    drawn: { width: 40, height: 320, seed: 7 },
    points: 0,
    keypoints: nothing,
    corners: nothing,
  },
];

test.each(cases)('keypoints of a drawn picture are pinned to the bit: $name', ({ drawn, points, keypoints }) => {
  const { x, y, angle, scale, descriptors } = orbFeatures(drawnPlane(drawn));
  expect({ points: x.length, keypoints: checksum(x, y, angle, scale, descriptors) }).toEqual({ points, keypoints });
});

/** Columns, rows and scores of a plane's corners, in reading order. */
function cornersOf(plane: PlacedPlane, threshold: number): [Int32Array, Int32Array, Int32Array] {
  const { at, count } = fastCorners(plane, { threshold, border: 20 });
  const words = new Int32Array(keypointKernels(0).memory.buffer, at, 2 * count);
  const values = (of: (address: number, score: number) => number): Int32Array =>
    Int32Array.from({ length: count }, (_, index) =>
      of((words[2 * index] as number) - plane.at, words[2 * index + 1] as number),
    );
  return [values((at) => at % planeStride), values((at) => Math.floor(at / planeStride)), values((_, score) => score)];
}

test.each(cases)('corners of a drawn picture are pinned to the bit: $name', ({ drawn, corners }) => {
  const plane = placePlane(drawnPlane(drawn));
  expect(checksum(...[12, 5].flatMap((threshold) => cornersOf(plane, threshold)))).toBe(corners);
});
