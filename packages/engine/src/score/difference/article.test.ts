import { expect, test } from 'vitest';
import { articleEvidence } from './article.ts';
import { cellStates } from './difference-evidence.ts';
import type { CellState, DifferenceCells } from './difference-evidence.ts';

const letters: Readonly<Record<string, CellState>> = {
  '.': 'blank',
  '+': 'agrees',
  x: 'conflicts',
  '1': 'first-only',
  '2': 'second-only',
};

/** Cells drawn as letters, each with full content. */
function cellsOf(rows: readonly string[]): DifferenceCells {
  const all = Array.from(rows.join(''));
  return {
    of: 'first',
    columns: rows[0]?.length ?? 0,
    rows: rows.length,
    left: 0,
    top: 0,
    right: 1,
    bottom: 1,
    states: Uint8Array.from(all, (letter) => cellStates.indexOf(letters[letter] ?? 'blank')),
    agreement: Float32Array.from(all, (letter) => (letter === '+' ? 1 : 0)),
    weight: Float32Array.from(all, (letter) => (letter === '.' ? 0 : 1)),
  };
}

test('a mug on a photograph: all that lies within its outline agrees, and the ground does not', () => {
  const mug = ['222222222', '2xxxxxxx2', '2x.....x2', '2x.+++.x2', '2x.+++.x2', '2x.....x2', '2xxxxxxx2', '222222222'];
  expect(articleEvidence(cellsOf(mug))).toEqual({
    contentCells: 6,
    agreeing: 1,
    largestConflictCells: 0,
    otherGround: 52 / 58,
  });
});

test('another print lies on the thing, whatever the ground', () => {
  const mug = ['.........', '.xxxxxxx.', '.x.....x.', '.x.xx2.x.', '.x.1xx.x.', '.x.....x.', '.xxxxxxx.', '.........'];
  expect(articleEvidence(cellsOf(mug))).toMatchObject({ contentCells: 6, agreeing: 0, largestConflictCells: 6 });
});

test('an outline with a gap, and what reaches the rim, stand free of nothing', () => {
  const open = ['.........', '.+++.+++.', '.+.....+.', '.+.....+.', '.+.....+.', '.+++++++.', '.........'];
  const full = ['+++++++++', '+.......+', '+.+++++.+', '+.+++++.+', '+.......+', '+++++++++'];
  expect(articleEvidence(cellsOf(open))).toBeUndefined();
  expect(articleEvidence(cellsOf(full))).toBeUndefined();
  expect(articleEvidence(cellsOf([]))).toBeUndefined();
});
