import { expect, test } from 'vitest';
import { drawnCells } from '../../../test/score/drawn-cells.ts';
import type { DifferenceNumbers, MeasuredDifference } from './difference-evidence.ts';
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
      otherColour: new Float32Array(0),
      otherLight: new Float32Array(0),
      tones: new Uint8Array(0),
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

/** Pictures of a thing whose cells are drawn as letters, measured as they would be. */
function drawn(
  [rows, dark]: readonly [rows: readonly string[], dark?: readonly string[]],
  numbers: Partial<DifferenceNumbers>,
): MeasuredDifference {
  return { ...measured({ ...numbers, exactness: 0.98 }), cells: drawnCells(rows, dark) };
}

const otherGround = { agreeing: 0.3, conflicting: 0.3, coversFirst: 0.5, coversSecond: 0.3, largestConflict: 0.6 };
const printOnPhotograph = ['2222222222', '2xxxxxxxx2', '2x......x2', '2x.++++.x2', '2x.++++.x2', '2x......x2', '2xxxxxxxx2', '2222222222']; // prettier-ignore
const otherPrintThere = printOnPhotograph.map((row) => row.replace('++++', 'xx22'));

test.each(['generic', 'product', 'trademark', 'furniture'] as const)(
  'a new ground is not another print: %s',
  (type) => {
    const judged = judgeDifference(drawn([printOnPhotograph], otherGround), ruleFor(type));
    expect(judged.case).toBe('same-thing-other-ground');
    expect(judged.ceiling).toBeGreaterThan(0.95);
    expect(judgeDifference(drawn([otherPrintThere], otherGround), ruleFor(type)).ceiling).toBeLessThan(0.7);
  },
);

test('a small print on a bare article makes another one under product', () => {
  const judged = judgeDifference(measured({ coversFirst: 0.95, largestConflict: 0.034 }), ruleFor('product'));
  expect(judged.case).toBe('same-form-other-print');
  expect(judged.ceiling).toBeLessThan(0.7);
});

const shirt = ['............', '.++++++++++.', '.+........+.', '.+........+.', '.+........+.', '.+........+.', '.++++++++++.', '............']; // prettier-ignore
const cloth = shirt.map((row) => row.replace(/\+.*\+/, (part) => '#'.repeat(part.length)).replaceAll('.', ' '));
const printed = shirt.map((row, at) => (at === 3 || at === 4 ? '.+..2222..+.' : row));
const added = { agreeing: 0.8, coversFirst: 1, coversSecond: 0.8, largestConflict: 0.2, contentCells: 110 };

test('a print that was added to a thing that stands free makes another one, on a page it is a stamp', () => {
  const onShirt = judgeDifference(drawn([printed, cloth], added), ruleFor('generic'));
  expect(onShirt.case).toBe('same-form-other-print');
  expect(onShirt.ceiling).toBeLessThan(0.7);
  expect(judgeDifference(drawn([printed], added), ruleFor('generic')).ceiling).toBeGreaterThan(0.85);
  expect(judgeDifference(drawn([printed, cloth], added), ruleFor('trademark')).ceiling).toBeGreaterThan(0.85);
});

const recoloured = shirt.map((row) => row.replaceAll(/(?<=\+)\.+(?=\+)/g, (part) => 'c'.repeat(part.length)));

test('a thing in another colour is another one, wherever it lies and however much is on it', () => {
  const moved = { colourConflict: 0.9, movement: 0.4, drawn: 0, contentCells: 115 };
  const judged = judgeDifference(drawn([recoloured, cloth], moved), ruleFor('generic'));
  expect(judged.case).toBe('same-form-other-colour');
  expect(judged.ceiling).toBeLessThan(0.7);
});

test('a colour that differs is not raised again for a form that is plainly seen again', () => {
  expect(judgeDifference(drawn([recoloured, cloth], { colourConflict: 0.2 }), ruleFor('generic')).floor).toBe(0);
});

/** All of a picture is seen again but one place, where the other has a picture of its own, or none. */
const emptied = { agreeing: 0.7, coversFirst: 0.7, coversSecond: 0.99, largestConflict: 0.3, contentCells: 200 };

test.each([
  ['generic', 0.7],
  ['product', 0.7],
  ['trademark', 1.01],
] as const)('a place that holds another, blander picture ends a score under %s below %s', (serviceType, below) => {
  const inFrame = measured(emptied);
  const cells = drawnCells(['++++++', '+1 11+', '+1  1+', '++++++']);
  const otherLight = Float32Array.from('.......####..####.......', (letter) => (letter === '#' ? 90 : 0));
  const judged = judgeDifference({ ...inFrame, cells: { ...cells, otherLight } }, ruleFor(serviceType));
  expect(judged.ceiling).toBeLessThan(below);
  expect(judgeDifference({ ...inFrame, cells }, ruleFor('generic')).ceiling).toBeGreaterThan(0.9);
});
