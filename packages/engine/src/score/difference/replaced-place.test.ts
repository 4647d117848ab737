import { expect, test } from 'vitest';
import { drawnCells } from '../../../test/score/drawn-cells.ts';
import type { DifferenceCells } from './difference-evidence.ts';
import { replacedShare } from './replaced-place.ts';

/** A frame with a picture in it of which the other frame shows a few edges at most. */
const frame = ['++++++', '+1 11+', '+1  1+', '++++++'];
const place = ['......', '.####.', '.####.', '......'];

/** The same cells with another brightness where there is a `#`. */
function lit(cells: readonly string[], rows: readonly string[], levels: number): DifferenceCells {
  const otherLight = Float32Array.from(rows.join(''), (letter) => (letter === '#' ? levels : 0));
  return { ...drawnCells(cells), otherLight };
}

test('a picture of another tone in the same frame is replaced, where it has no edges too', () => {
  expect(replacedShare(lit(frame, place, 60))).toBeCloseTo(8 / 24);
});

test('what one picture lacks is replaced by nothing where the tone stayed', () => {
  expect(replacedShare(lit(frame, place, 10))).toBe(0);
});

test('of a stamp only the strokes have another tone', () => {
  const strokes = ['......', '.#.##.', '.#..#.', '......'];
  expect(replacedShare(lit(frame, strokes, 60))).toBeCloseTo(3 / 24);
});

test('a ground that is darker in one picture holds no other picture', () => {
  const thing = ['      ', '  ++  ', '  ++  ', '      '];
  expect(replacedShare(lit(thing, ['######', '##..##', '##..##', '######'], 60))).toBe(0);
});

test('what agrees in another light agrees', () => {
  expect(replacedShare(lit(['++++', '++++'], ['####', '####'], 60))).toBe(0);
});
