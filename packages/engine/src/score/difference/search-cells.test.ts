import { beforeEach, expect, test } from 'vitest';
import { cellSide, gridOn } from './cell-grid.ts';
import { cellEnergies } from './cell-sums.ts';
import { gradientsOf, knownGradients } from './gradients.ts';
import type { Gradients } from './gradients.ts';
import { freeLayers, layerKernels } from './layer-kernels.ts';
import { newPlane, rowAt } from './plane.ts';
import type { Plane } from './plane.ts';
import { searchCells } from './search-cells.ts';

const [width, height] = [75, 53];
const grid = gridOn(width, height);
const noise = { reference: 0, other: 0 };
beforeEach(freeLayers);

function valueAt(plane: Plane, x: number, y: number): number {
  return new DataView(layerKernels().memory.buffer).getInt16(rowAt(plane, y) + 2 * x, true);
}

function filled(value: (x: number, y: number) => number): Plane {
  const plane = newPlane(width, height);
  const view = new DataView(layerKernels().memory.buffer);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) view.setInt16(rowAt(plane, y) + 2 * x, value(x, y), true);
  return plane;
}

/** Blotches that repeat nowhere nearby. */
const blotches = (x: number, y: number): number =>
  4000 + Math.round(1500 * Math.sin(x / 3.1 + 2 * Math.sin(y / 5.3)) + 1200 * Math.cos(y / 2.7 + Math.sin(x / 4.9)));

/** What the kernel adds up, one pixel after the other. */
function correlation(
  reference: Gradients,
  other: Gradients,
  place: { left: number; top: number; x: number; y: number },
): number {
  let [product, own, found] = [0, 0, 0];
  const floor = 4 * 64 * cellSide * cellSide;
  for (let y = 0; y < cellSide; y += 1) {
    for (let x = 0; x < cellSide; x += 1) {
      const [fromX, fromY, toX, toY] = [
        place.left + x,
        place.top + y,
        place.left + x + place.x,
        place.top + y + place.y,
      ];
      const isKnown = other.known === undefined || valueAt(other.known, toX, toY) !== 0;
      for (const axis of ['x', 'y'] as const) {
        const [a, b] = [valueAt(reference[axis], fromX, fromY), valueAt(other[axis], toX, toY)];
        product += a * b;
        own += isKnown ? a * a : 0;
        found += b * b;
      }
    }
  }
  return product / Math.sqrt((own + floor) * (found + floor));
}

/** The best shift of a cell among all within four pixels, and its correlation. */
function bestOf(reference: Gradients, other: Gradients, cell: { left: number; top: number }): number[] {
  const radius = 4;
  let best: number[] = [-2, 0, 0];
  for (let y = -radius; y <= radius; y += 1) {
    for (let x = -radius; x <= radius; x += 1) {
      const [left, top] = [cell.left + x, cell.top + y];
      if (left < 0 || top < 0 || left > width - cellSide || top > height - cellSide) continue;
      const value = correlation(reference, other, { ...cell, x, y }) - 0.002 * (x * x + y * y);
      if (value > (best[0] ?? 0)) best = [value, x, y];
    }
  }
  return best;
}

test('every cell is found where its gradients correlate best, also at the edges', () => {
  const reference = gradientsOf(filled(blotches));
  const other = gradientsOf(filled((x, y) => blotches(x - 2, y + 1) + ((x * 7 + y * 13) % 40)));
  const matches = searchCells({ reference, other }, { grid, noise, radius: 4 });
  for (let cell = 0; cell < grid.columns * grid.rows; cell += 1) {
    const place = { left: grid.left[cell % grid.columns] ?? 0, top: grid.top[Math.floor(cell / grid.columns)] ?? 0 };
    const [value = 0, x = 0, y = 0] = bestOf(reference, other, place);
    expect([matches.shiftX[cell], matches.shiftY[cell], matches.inside[cell]]).toEqual([x, y, 2]);
    expect(matches.joint[cell]).toBeCloseTo(value + 0.002 * (x * x + y * y), 5);
  }
});

test('a cell half outside is compared on the pixels there are, one wholly outside is not', () => {
  const reference = gradientsOf(filled(blotches));
  const mask = filled((x) => (x < 50 ? -1 : 0));
  const other = knownGradients(filled(blotches), mask);
  const matches = searchCells({ reference, other }, { grid, noise, radius: 0 });
  const row = Array.from(matches.inside.subarray(0, grid.columns));
  expect(row).toEqual(Array.from(grid.left, (left) => (left + cellSide <= 49 ? 2 : left + cellSide / 2 <= 49 ? 1 : 0)));
  const partial = row.indexOf(1);
  const place = { left: grid.left[partial] ?? 0, top: grid.top[0] ?? 0, x: 0, y: 0 };
  expect(matches.joint[partial]).toBeCloseTo(correlation(reference, other, place), 5);
});

test('a search that knows what an earlier one found finds the same, and cells that did not shift are not looked for', () => {
  const reference = gradientsOf(filled(blotches));
  const moved = (x: number, y: number): number =>
    blotches(x - (x < 30 ? 1 : 4), y) + (y > 34 ? (x * 977 + y * y) % 900 : 0);
  const mask = filled((x) => (x < 62 ? -1 : 0));
  const pair = { reference, other: knownGradients(filled(moved), mask) };
  const cells = grid.columns * grid.rows;
  const centres = { x: new Int8Array(cells), y: new Int8Array(cells) };
  for (const cell of [1, 5]) centres.x[cell] = 2;
  for (const radius of [2, 4]) {
    const known = searchCells(pair, { grid, noise, radius });
    expect(new Set(known.isNear)).toEqual(new Set([0, 1]));
    const found = searchCells(pair, { grid, noise, radius: 3, centres, known });
    expect(found).toEqual(searchCells(pair, { grid, noise, radius: 3, centres }));
    const near = known.isNear.findIndex((isNear, cell) => isNear === 1 && centres.x[cell] === 0);
    known.joint[near] = 0.123;
    expect(searchCells(pair, { grid, noise, radius: 3, centres, known }).joint[near]).toBeCloseTo(0.123, 6);
  }
});

test('energies are sums of squares over each cell', () => {
  const { x, y } = gradientsOf(filled(blotches));
  const energies = cellEnergies({ x, y }, grid);
  const [left, top] = [grid.left[1] ?? 0, grid.top[2] ?? 0];
  const squares = (plane: Plane): number =>
    Array.from(
      { length: cellSide * cellSide },
      (_, at) => valueAt(plane, left + (at % cellSide), top + Math.floor(at / cellSide)) ** 2,
    ).reduce((sum, value) => sum + value, 0);
  const cell = 2 * grid.columns + 1;
  expect([energies[2 * cell], energies[2 * cell + 1]]).toEqual([squares(x), squares(y)]);
});
