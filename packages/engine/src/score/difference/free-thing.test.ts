import { expect, test } from 'vitest';
import { cellStates } from './difference-evidence.ts';
import type { CellState } from './difference-evidence.ts';
import { freeThing } from './free-thing.ts';

/** A square grid in which a square of that state lies in the middle of blank cells. */
function squareInMiddle(side: number, state: CellState): Parameters<typeof freeThing>[0] {
  const states = new Uint8Array(side * side).fill(cellStates.indexOf('blank'));
  for (let row = side / 4; row < (3 * side) / 4; row += 1)
    states.fill(cellStates.indexOf(state), row * side + side / 4, row * side + (3 * side) / 4);
  return { columns: side, rows: side, states };
}

test.each([16, 600])('a square stands free in a grid of %i cells a side', (side) => {
  const thing = freeThing(squareInMiddle(side, 'agrees'));
  const inner = side / 2 - 2;
  expect(thing?.within.reduce((sum, value) => sum + value, 0)).toBe(inner * inner);
  expect(thing?.ground.reduce((sum, value) => sum + value, 0)).toBe(side * side - (side / 2) ** 2);
  expect(thing?.isCutOff).toBe(false);
});

test('nothing stands free where the pictures have nothing in common', () => {
  const states = new Uint8Array(64).fill(cellStates.indexOf('outside'));
  expect(freeThing({ columns: 8, rows: 8, states })).toBeUndefined();
});
