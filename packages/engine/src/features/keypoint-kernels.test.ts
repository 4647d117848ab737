import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawnPlane } from '../../test/score/drawn-plane.ts';
import type { LumaPlane } from '../raster.ts';
import { turnedPattern } from './brief-pattern.ts';
import { describePoints, orientations } from './describe-points.ts';
import { fastCorners } from './fast-corners.ts';
import { afterPlane, keypointKernels, placePlane, planeStride } from './keypoint-kernels.ts';
import type { PlacedPlane } from './keypoint-kernels.ts';
import { selectCorners } from './select-corners.ts';
import { shrinkLuma, shrinkPlaced } from './shrink-luma.ts';

const border = 20;
const whole = { fraction: 256, half: 32_768 };

/** Drawn planes of many sizes: shapes, noise, hardly anything, and few values so that scores are often equal. */
const planes = fc
  .record({
    width: fc.integer({ min: 41, max: 320 }),
    height: fc.integer({ min: 41, max: 120 }),
    seed: fc.integer({ min: 1, max: 1_000_000 }),
    contrast: fc.constantFrom(0, 0.1, 1),
    noise: fc.constantFrom(0, 6, 120),
    values: fc.constantFrom(2, 8, 256),
  })
  .map(({ values, ...drawn }): LumaPlane => {
    const plane = drawnPlane(drawn);
    const step = 256 / values;
    return { ...plane, data: plane.data.map((value) => Math.floor(value / step) * step) };
  });

const runs = { numRuns: 30 };

function at({ width, data }: LumaPlane, x: number, y: number): number {
  return data[y * width + x] as number;
}

/** The pixels of a placed plane. */
function placedPixels({ at: start, width, height }: PlacedPlane): number[] {
  const bytes = new Uint8Array(keypointKernels(0).memory.buffer, start);
  return Array.from(
    { length: width * height },
    (_, index) => bytes[planeStride * Math.floor(index / width) + (index % width)] as number,
  );
}

function shrunkByDefinition(plane: LumaPlane, width: number, height: number): number[] {
  const between = (place: number, from: number, to: number): { first: number; part: number } => {
    const centre = Math.min(from - 1, Math.max(0, ((place + 0.5) * from) / to - 0.5));
    const first = Math.min(from - 2, Math.floor(centre));
    return { first, part: Math.round((centre - first) * whole.fraction) };
  };
  return Array.from({ length: width * height }, (_, index) => {
    const column = between(index % width, plane.width, width);
    const row = between(Math.floor(index / width), plane.height, height);
    const across = (y: number): number =>
      (whole.fraction - column.part) * at(plane, column.first, y) + column.part * at(plane, column.first + 1, y);
    const sum = (whole.fraction - row.part) * across(row.first) + row.part * across(row.first + 1);
    return Math.floor((sum + whole.half) / (whole.fraction * whole.fraction));
  });
}

test('a shrunken plane is that of its definition, placed or not', () => {
  const parts = fc.tuple(fc.double({ min: 0.3, max: 1, noNaN: true }), fc.double({ min: 0.3, max: 1, noNaN: true }));
  fc.assert(
    fc.property(planes, parts, (plane, [across, down]) => {
      const size = [Math.ceil(plane.width * across), Math.ceil(plane.height * down)] as const;
      const expected = shrunkByDefinition(plane, ...size);
      expect([...shrinkLuma(plane, ...size).data]).toEqual(expected);
      expect(placedPixels(shrinkPlaced(placePlane(plane), ...size))).toEqual(expected);
    }),
    runs,
  );
});

test('the smallest planes are shrunk, too', () => {
  const plane = { width: 3, height: 2, data: Uint8Array.of(0, 100, 255, 9, 8, 7) };
  expect([...shrinkLuma(plane, 2, 2).data]).toEqual(shrunkByDefinition(plane, 2, 2));
});

const circle = [
  [0, -3], [1, -3], [2, -2], [3, -1], [3, 0], [3, 1], [2, 2], [1, 3],
  [0, 3], [-1, 3], [-2, 2], [-3, 1], [-3, 0], [-3, -1], [-2, -2], [-1, -3],
] as const; // prettier-ignore
const places = circle.map((_, index) => index);

/** The segment test's score of a pixel, 0 without an arc. */
function scoreByDefinition(plane: LumaPlane, threshold: number, [x, y]: readonly [number, number]): number {
  const centre = at(plane, x, y);
  const brighter = circle.map(([dx, dy]) => at(plane, x + dx, y + dy) - Math.min(255, centre + threshold));
  const darker = circle.map(([dx, dy]) => Math.max(0, centre - threshold) - at(plane, x + dx, y + dy));
  const hasArc = (over: readonly number[]): boolean =>
    places.some((from) => places.slice(0, 9).every((step) => (over[(from + step) % 16] ?? 0) > 0));
  const over = [brighter, darker].find(hasArc) ?? [];
  return over.reduce((sum, value) => sum + Math.max(0, value), 0);
}

/** Corners as [index in the plane, score], in reading order. */
function cornersByDefinition(plane: LumaPlane, threshold: number): [number, number][] {
  const { width, height } = plane;
  const isInside = (x: number, y: number): boolean =>
    x >= border && y >= border && x < width - border && y < height - border;
  const scores = Array.from(plane.data, (_, index) => {
    const [x, y] = [index % width, Math.floor(index / width)];
    return isInside(x, y) ? scoreByDefinition(plane, threshold, [x, y]) : 0;
  });
  return scores.flatMap((score, index): [number, number][] => {
    const before = [index - width - 1, index - width, index - width + 1, index - 1];
    const behind = [index + 1, index + width - 1, index + width, index + width + 1];
    const isPeak =
      score > 0 && before.every((i) => score > (scores[i] ?? 0)) && behind.every((i) => score >= (scores[i] ?? 0));
    return isPeak ? [[index, score]] : [];
  });
}

function indexOf(plane: PlacedPlane, address: number): number {
  const offset = address - plane.at;
  return Math.floor(offset / planeStride) * plane.width + (offset % planeStride);
}

test('corners are those of the segment test and of its peaks, at either threshold', () => {
  fc.assert(
    fc.property(planes, fc.constantFrom(5, 12, 254), (plane, threshold) => {
      const placed = placePlane(plane);
      const { at: start, count } = fastCorners(placed, { threshold, border });
      const words = new Int32Array(keypointKernels(0).memory.buffer, start, 2 * count);
      const found = Array.from({ length: count }, (_, index): [number, number] => [
        indexOf(placed, words[2 * index] as number),
        words[2 * index + 1] as number,
      ]);
      expect(found).toEqual(cornersByDefinition(plane, threshold));
    }),
    runs,
  );
});

function responseByDefinition(plane: LumaPlane, index: number): number {
  const [x, y] = [index % plane.width, Math.floor(index / plane.width)];
  const sums = [0, 0, 0];
  for (let dy = -3; dy <= 3; dy += 1) {
    for (let dx = -3; dx <= 3; dx += 1) {
      const across = at(plane, x + dx + 1, y + dy) - at(plane, x + dx - 1, y + dy);
      const down = at(plane, x + dx, y + dy + 1) - at(plane, x + dx, y + dy - 1);
      [across * across, down * down, across * down].forEach((term, place) => {
        sums[place] = (sums[place] ?? 0) + term;
      });
    }
  }
  const [xx = 0, yy = 0, xy = 0] = sums;
  return xx * yy - xy * xy - 0.04 * (xx + yy) * (xx + yy);
}

/** The chosen corners' indices in the plane, strongest first. */
function chosenByDefinition(plane: LumaPlane, corners: readonly [number, number][], budget: number): number[] {
  const strongest = corners.toSorted(([, one], [, other]) => other - one).slice(0, 3 * budget);
  const responses = new Map(strongest.map(([index]) => [index, responseByDefinition(plane, index)]));
  const ranked = strongest.toSorted(([one], [other]) => (responses.get(other) ?? 0) - (responses.get(one) ?? 0));
  const columns = Math.ceil(plane.width / 40);
  const quota = Math.max(2, Math.ceil((3 * budget) / (columns * Math.ceil(plane.height / 40))));
  const cellOf = (index: number): number =>
    Math.floor(index / plane.width / 40) * columns + Math.floor((index % plane.width) / 40);
  const taken = new Map<number, number>();
  return ranked
    .filter(([index]) => {
      const count = (taken.get(cellOf(index)) ?? 0) + 1;
      taken.set(cellOf(index), count);
      return count <= quota;
    })
    .slice(0, budget)
    .map(([index]) => index);
}

test('the strongest corners are chosen, a fair share from each cell of the grid', () => {
  fc.assert(
    fc.property(planes, fc.constantFrom(1, 33, 149), (plane, budget) => {
      const placed = placePlane(plane);
      const { at: start, count } = selectCorners(placed, fastCorners(placed, { threshold: 5, border }), budget);
      const addresses = new Int32Array(keypointKernels(0).memory.buffer, start, count);
      const found = Array.from(addresses, (address) => indexOf(placed, address));
      expect(found).toEqual(chosenByDefinition(plane, cornersByDefinition(plane, 5), budget));
    }),
    runs,
  );
});

const weights = [18, 33, 49, 56, 49, 33, 18];

/** Smoothed across, then down, where all of the filter lies in the plane. */
function smoothByDefinition(plane: LumaPlane): LumaPlane {
  const pass = (from: LumaPlane, step: number, isWithin: (index: number) => boolean): LumaPlane => ({
    ...from,
    data: from.data.map((value, index) => {
      if (!isWithin(index)) return value;
      const sum = weights.reduce(
        (total, weight, tap) => total + weight * (from.data[index + (tap - 3) * step] ?? 0),
        0,
      );
      return (sum + 128) >> 8;
    }),
  });
  const { width, height } = plane;
  const across = pass(plane, 1, (index) => index % width >= 3 && index % width < width - 3);
  return pass(across, width, (index) => index >= 3 * width && index < (height - 3) * width);
}

function wordsByDefinition(smooth: LumaPlane, index: number, angle: number): number[] {
  const step = (Math.round((angle * 64) / (2 * Math.PI)) + 64) % 64;
  const pixel = (of: number): number => {
    const place = 512 * step + of;
    const [column, row] = [turnedPattern.columns[place] as number, turnedPattern.rows[place] as number];
    return smooth.data[index + row * smooth.width + column] as number;
  };
  return Array.from({ length: 8 }, (_, word) =>
    Array.from({ length: 32 }, (__, bit) => 32 * word + bit).reduce(
      (bits, of, bit) => (pixel(2 * of) < pixel(2 * of + 1) ? (bits | (1 << bit)) >>> 0 : bits),
      0,
    ),
  );
}

function angleByDefinition(plane: LumaPlane, index: number): number {
  let [across, down] = [0, 0];
  for (let dy = -15; dy <= 15; dy += 1) {
    const half = Math.round(Math.sqrt(225 - dy * dy));
    for (let dx = -half; dx <= half; dx += 1) {
      const value = plane.data[index + dy * plane.width + dx] as number;
      across += dx * value;
      down += dy * value;
    }
  }
  return Math.atan2(down, across);
}

test('orientations and descriptors are those of their definitions', () => {
  fc.assert(
    fc.property(planes, (plane) => {
      const placed = placePlane(plane);
      const chosen = selectCorners(placed, fastCorners(placed, { threshold: 5, border }), 40);
      if (chosen.count === 0) return;
      const angles = orientations(chosen);
      const words = describePoints(placed, chosen, angles);
      const addresses = new Int32Array(keypointKernels(0).memory.buffer, chosen.at, chosen.count);
      const indices = Array.from(addresses, (address) => indexOf(placed, address));
      const smooth = smoothByDefinition(plane);
      expect([...angles]).toEqual(indices.map((index) => angleByDefinition(plane, index)));
      expect([...words]).toEqual(
        indices.flatMap((index, place) => wordsByDefinition(smooth, index, angles[place] as number)),
      );
    }),
    runs,
  );
});

test('a plane that is too large has no place', () => {
  const plane = { width: 321, height: 50, data: new Uint8Array(321 * 50) };
  expect(() => placePlane(plane)).toThrow(RangeError);
  expect(afterPlane(placePlane({ width: 320, height: 50, data: new Uint8Array(16_000) }))).toBeGreaterThan(0);
});
