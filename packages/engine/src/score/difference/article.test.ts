import { expect, test } from 'vitest';
import { articleEvidence } from './article.ts';
import { drawnCells } from '../../../test/score/drawn-cells.ts';

test('a mug on a photograph: all that lies within its outline agrees, and the ground does not', () => {
  const mug = ['222222222', '2xxxxxxx2', '2x.....x2', '2x.+++.x2', '2x.+++.x2', '2x.....x2', '2xxxxxxx2', '222222222'];
  expect(articleEvidence(drawnCells(mug))).toEqual({
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
