import { expect, test } from 'vitest';
import { drawnCells } from '../../../test/score/drawn-cells.ts';
import type { DifferenceEvidence } from '../difference/difference-evidence.ts';
import { onePlaceNotes, onePlaceOf } from './one-place.ts';

type Evidence = Parameters<typeof onePlaceOf>[0];

/** A picture in cells drawn as letters, the second one twice as wide and high. */
function evidenceOf(rows: readonly string[], more: Partial<Pick<DifferenceEvidence, 'case'>> = {}): Evidence {
  return {
    case: 'seen-again',
    registration: { toSecond: [1, 0, 0, 0, 1, 0], from: 'frame', mirrored: false, quarterTurns: 0, inverted: false },
    numbers: { exactness: 0.98 } as DifferenceEvidence['numbers'],
    cells: drawnCells(rows),
    ...more,
  };
}

const oneBar = ['++++++++++', '+++++++2++', '+++++++x++', '+++++++x++', '++++++++++'];
const sizes = [
  [1000, 500],
  [2000, 1000],
] as const;

test('one changed bar of a chart is named with its place, and its pixels are given', () => {
  expect(onePlaceNotes(evidenceOf(oneBar), sizes)).toEqual([
    {
      name: 'one-place',
      picture: 'first',
      words: {
        en: 'differs from the other in one place: the right, 6 % of the picture',
        zh: '与另一张有一处不同：右侧，占图片的 6 %',
      },
      region: { left: 700, top: 100, width: 100, height: 300 },
    },
  ]);
});

test('a bar in another colour as bright is named as such', () => {
  const [note] = onePlaceNotes(
    evidenceOf(['++++++++++', '+++++++c++', '+++++++c++', '+++++++c++', '+++++++c++', '++++++++++']),
    sizes,
  );
  expect(note?.words.en).toBe('differs from the other in colour, in one place: the right, 7 % of the picture');
  expect(note?.words.zh).toBe('与另一张有一处颜色不同：右侧，占图片的 7 %');
});

test('colours beside a thin line are no place, and what has other content too is no mere colour', () => {
  expect(onePlaceOf(evidenceOf(['+++++', '+cc++', '++c++', '+++++']))).toBeUndefined();
  const both = ['++++++++', '+++cc+++', '+++ccx++', '++++++++'];
  expect(onePlaceOf(evidenceOf(both))?.isColour).toBe(false);
});

test.each([
  ['as large', ['++++++++++', '+xx++++xx+', '++++++++++'], 'more than one place, most of all: the left'],
  [
    'of two cells',
    ['++++++++++', '+x+++++x++', '+x+++++x++', '+++++++x++', '++++++++++'],
    'more than one place, most of all: the right',
  ],
  [
    'of one cell, as noise has it',
    ['++++++++++', '+x+++++x++', '+++++++x++', '+++++++x++', '++++++++++'],
    'one place: the right',
  ],
] as const)('with a second place %s it is told whether it is the only one', (_, rows, words) => {
  const [note] = onePlaceNotes(evidenceOf(rows), sizes);
  expect(note?.words.en).toContain(`differs from the other in ${words}`);
  expect(note?.words.zh).toContain(words.startsWith('one') ? '有一处不同：' : '不止一处不同，最大的一处：');
});

test.each([
  ['nothing', ['+++++', '+++++', '+++++', '+++++']],
  ['a single cell, as noise does', ['+++++', '++x++', '+++++', '+++++']],
  ['what lies at the rim, where paper ends', ['xxxxx', '+++++', '+++++', '+++++']],
  ['what lies beside the part that is missing', ['+++++', '++xoo', '++xoo', '+++++']],
  ['places all over the picture', ['+++++++', '+xx+xx+', '+++++++', '+xx+xx+', '+++++++']],
  ['a large part', ['++++++', '+xxxx+', '+xxxx+', '+xxxx+', '++++++']],
] as const)('%s is no place that differs', (_, rows) => {
  expect(onePlaceOf(evidenceOf(rows))).toBeUndefined();
});

test('where what differs decided, the case names it already', () => {
  expect(onePlaceOf(evidenceOf(oneBar, { case: 'same-form-other-print' }))).toBeUndefined();
});
