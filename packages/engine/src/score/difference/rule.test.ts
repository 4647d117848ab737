import { expect, test } from 'vitest';
import { cellStates } from './difference-evidence.ts';
import type { CellState, DifferenceNumbers, MeasuredDifference } from './difference-evidence.ts';
import { judgeDifference } from './rule.ts';
import { ruleFor } from './rules.ts';

/** A bare form, such as a bottle before a plain ground, seen again to the last cell. */
const sameForm: DifferenceNumbers = {
  agreeing: 1,
  conflicting: 0,
  coversFirst: 1,
  coversSecond: 1,
  largestConflict: 0,
  colourConflict: 0,
  correlation: 0.98,
  drawn: 0.5,
  exactness: 0.98,
  fineDetail: 0,
  nearby: 0,
  movement: 0,
  contentCells: 60,
};

function measured(numbers: Partial<DifferenceNumbers>): MeasuredDifference {
  return {
    registration: { toSecond: [1, 0, 0, 0, 1, 0], from: 'frame', mirrored: false, quarterTurns: 0, inverted: false },
    numbers: { ...sameForm, ...numbers },
    cells: {
      of: 'first',
      columns: 0,
      rows: 0,
      left: 0,
      top: 0,
      right: 1,
      bottom: 1,
      states: new Uint8Array(0),
      agreement: new Float32Array(0),
      weight: new Float32Array(0),
    },
  };
}

const otherPrint = { agreeing: 0.75, conflicting: 0.1, coversFirst: 0.9, coversSecond: 0.88, largestConflict: 0.25 };

test.each([
  ['another print', otherPrint, 'same-form-other-print'],
  ['another colour', { colourConflict: 0.8 }, 'same-form-other-colour'],
] as const)('%s on a bare form is another article in generic search too', (_, numbers, name) => {
  const judged = judgeDifference(measured(numbers), ruleFor('generic'));
  expect(judged.case).toBe(name);
  expect(judged.ceiling).toBeGreaterThan(0.5);
  expect(judged.ceiling).toBeLessThan(0.7);
});

test.each([
  ['a stamp on a full page', { ...otherPrint, contentCells: 200 }],
  ['a print that was added, not replaced', { ...otherPrint, coversFirst: 0.99 }],
  ['other colours of a full page', { colourConflict: 0.8, contentCells: 200 }],
  ['some other colours', { colourConflict: 0.45 }],
])('%s stays very likely the same in generic search', (_, numbers) => {
  expect(judgeDifference(measured(numbers), ruleFor('generic')).ceiling).toBeGreaterThan(0.8);
});

test('a mark in another colour is the same mark', () => {
  expect(judgeDifference(measured({ colourConflict: 0.8 }), ruleFor('trademark')).ceiling).toBe(1);
});

const letters: Readonly<Record<string, CellState>> = {
  '.': 'blank',
  '+': 'agrees',
  x: 'conflicts',
  '2': 'second-only',
};

/** Pictures of a mug whose cells are drawn as letters, measured as they would be. */
function drawn(rows: readonly string[], numbers: Partial<DifferenceNumbers>): MeasuredDifference {
  const all = Array.from(rows.join(''));
  const pair = measured({ ...numbers, exactness: 0.98 });
  const cells = {
    ...pair.cells,
    columns: rows[0]?.length ?? 0,
    rows: rows.length,
    states: Uint8Array.from(all, (letter) => cellStates.indexOf(letters[letter] ?? 'blank')),
    agreement: Float32Array.from(all, (letter) => (letter === '+' ? 1 : 0)),
    weight: Float32Array.from(all, (letter) => (letter === '.' ? 0 : 1)),
  };
  return { ...pair, cells };
}

const otherGround = { agreeing: 0.3, conflicting: 0.3, coversFirst: 0.5, coversSecond: 0.3, largestConflict: 0.6 };
const printOnPhotograph = ['2222222222', '2xxxxxxxx2', '2x......x2', '2x.++++.x2', '2x.++++.x2', '2x......x2', '2xxxxxxxx2', '2222222222']; // prettier-ignore
const otherPrintThere = printOnPhotograph.map((row) => row.replace('++++', 'xx22'));

test.each(['generic', 'product', 'trademark', 'furniture'] as const)(
  'a new ground is not another print: %s',
  (type) => {
    const judged = judgeDifference(drawn(printOnPhotograph, otherGround), ruleFor(type));
    expect(judged.case).toBe('same-thing-other-ground');
    expect(judged.ceiling).toBeGreaterThan(0.95);
    expect(judgeDifference(drawn(otherPrintThere, otherGround), ruleFor(type)).ceiling).toBeLessThan(0.7);
  },
);

test('a small print on a bare article makes another one under product', () => {
  const judged = judgeDifference(measured({ coversFirst: 0.95, largestConflict: 0.034 }), ruleFor('product'));
  expect(judged.case).toBe('same-form-other-print');
  expect(judged.ceiling).toBeLessThan(0.7);
});
