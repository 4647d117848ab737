import { expect, test } from 'vitest';
import { articleEvidence } from './article.ts';
import { drawnCells } from '../../../test/score/drawn-cells.ts';

test('a mug on a photograph: all that lies within its outline agrees, and the ground does not', () => {
  const mug = ['222222222', '2xxxxxxx2', '2x.....x2', '2x.+++.x2', '2x.+++.x2', '2x.....x2', '2xxxxxxx2', '222222222'];
  expect(articleEvidence(drawnCells(mug))).toMatchObject({
    contentCells: 6,
    agreeing: 1,
    largestConflictCells: 0,
    otherGround: 52 / 58,
  });
});

test('another print lies on the thing, whatever the ground', () => {
  const mug = ['.........', '.xxxxxxx.', '.x.....x.', '.x.xx2.x.', '.x.1xx.x.', '.x.....x.', '.xxxxxxx.', '.........'];
  expect(articleEvidence(drawnCells(mug))).toMatchObject({ contentCells: 6, agreeing: 0, largestConflictCells: 6 });
});

test('an outline with a gap, and what reaches the rim, stand free of nothing', () => {
  const open = ['.........', '.+++.+++.', '.+.....+.', '.+.....+.', '.+.....+.', '.+++++++.', '.........'];
  const full = ['+++++++++', '+.......+', '+.+++++.+', '+.+++++.+', '+.......+', '+++++++++'];
  expect(articleEvidence(drawnCells(open))).toBeUndefined();
  expect(articleEvidence(drawnCells(full))).toBeUndefined();
  expect(articleEvidence(drawnCells([]))).toBeUndefined();
});

const filled = ['         ', ' ####### ', ' ####### ', ' ####### ', ' ####### ', ' ####### ', ' ####### ', '         '];
const bare = ['.........', '.+++++++.', '.+.....+.', '.+.....+.', '.+.....+.', '.+.....+.', '.+++++++.', '.........'];

/** Rows with some of them replaced. */
const withRows = (rows: readonly string[], other: Readonly<Record<number, string>>): string[] =>
  rows.map((row, at) => other[at] ?? row);

test('a print in the same brightness is seen by its colours', () => {
  const printed = withRows(bare, { 3: '.+..cc.+.', 4: '.+..cc.+.' });
  expect(articleEvidence(drawnCells(printed, filled))).toMatchObject({ printCells: 4, filled: 1, strayed: 0 });
  expect(articleEvidence(drawnCells(printed, filled))?.otherColour).toBeCloseTo(4 / 20);
});

test('a page has the ground on it, a shirt has not', () => {
  expect(articleEvidence(drawnCells(bare))).toMatchObject({ filled: 0 });
  expect(articleEvidence(drawnCells(bare, filled))).toMatchObject({ filled: 1 });
});

test('what is cut off by the rim, or by the rim of what both show, stands free still', () => {
  const cutOff = withRows(bare, { 6: '.+.....+.', 7: '.+.....+.' });
  expect(articleEvidence(drawnCells(cutOff, filled))).toMatchObject({ areaCells: 25 });
  const cropped = withRows(cutOff, { 7: 'ooooooooo' });
  expect(articleEvidence(drawnCells(cropped, filled))).toMatchObject({ areaCells: 20 });
});

test('a stamp sticks out of the thing, a print does not', () => {
  const around = bare.map((row) => `${row}....`);
  const dark = filled.map((row) => `${row}    `);
  const printed = withRows(around, { 3: '.+.222.+.....', 4: '.+.222.+.....' });
  const stamped = withRows(around, { 3: '.+.2222x22...', 4: '.+.2222x22...', 5: '.+.2222x22...' });
  expect(articleEvidence(drawnCells(printed, dark))).toMatchObject({ printCells: 6, strayed: 0 });
  expect(articleEvidence(drawnCells(stamped, dark))?.strayed).toBeGreaterThan(0.1);
});
