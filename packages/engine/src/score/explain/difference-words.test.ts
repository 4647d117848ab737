import { expect, test } from 'vitest';
import { drawnCells } from '../../../test/score/drawn-cells.ts';
import { cellStates, differenceCases } from '../difference/difference-evidence.ts';
import type { DifferenceCase, DifferenceEvidence } from '../difference/difference-evidence.ts';
import { verdictOf } from '../verdict.ts';
import { differencePicture } from './difference-picture.ts';
import { differencePanel } from './difference-panel.ts';
import { regionsOf } from './difference-regions.ts';
import { displayedCells } from './displayed-cells.ts';
import { caseWords, differenceWords, meaningWords } from './difference-words.ts';
import { placeWords } from './place-words.ts';

/** Evidence whose cells are drawn as letters, the second picture being the first one laid half as large. */
function evidenceOf(name: DifferenceCase, rows: readonly string[]): DifferenceEvidence {
  return {
    case: name,
    registration: {
      toSecond: [0.5, 0, 0.25, 0, 0.5, 0.25],
      from: 'points',
      mirrored: false,
      quarterTurns: 0,
      inverted: false,
    },
    numbers: {
      agreeing: 0.5,
      conflicting: 0.3,
      coversFirst: 0.5,
      coversSecond: 0.6,
      largestConflict: 0.2,
      colourConflict: 0,
      correlation: 0.5,
      drawn: 0,
      exactness: 0.95,
      fineDetail: 0.5,
      nearby: 0,
      movement: 0,
      contentCells: 20,
    },
    cells: drawnCells(rows),
    rigidity: 1,
    ceiling: 0.6,
    floor: 0,
  };
}

const banner = ['xxxxx', 'xxxxx', 'x1x2x', 'xxxxx', '+++++'];

test('a shared part is said with its place, in both languages', () => {
  expect(differenceWords(evidenceOf('shared-part', banner))).toEqual({
    en: 'they share a part: the lower fifth',
    zh: '两者有一部分相同：下方五分之一',
  });
});

test('another print is said with where it is', () => {
  const print = ['+++++', '+++++', '++xx+', '+++++', '+++++'];
  expect(differenceWords(evidenceOf('same-form-other-print', print)).en).toBe(
    'same form, other print or content: the middle',
  );
});

test('a print as bright as its ground is told with its place by its colours', () => {
  const print = ['+++++', '+++++', '++cc+', '+++++', '+++++'];
  const evidence = evidenceOf('same-form-other-print', print);
  expect(differenceWords(evidence).en).toBe('same form, other print or content: the middle');
  expect(
    regionsOf(evidence, [
      [100, 100],
      [200, 200],
    ]),
  ).toContainEqual(expect.objectContaining({ kind: 'conflicts', first: { left: 40, top: 40, width: 40, height: 20 } }));
  const seenAgain = evidenceOf('seen-again', print);
  expect(displayedCells(seenAgain)).toBe(seenAgain.cells);
});

test('a bland picture in a frame is told and drawn where it is, not only where the other has edges', () => {
  const frame = evidenceOf('same-form-other-print', ['++++++', '+1...+', '+11..+', '+1...+', '++++++']);
  const otherLight = Float32Array.from('.......####..####..####.......', (letter) => (letter === '#' ? 70 : 0));
  const evidence = { ...frame, cells: { ...frame.cells, otherLight } };
  expect(differenceWords(evidence).en).toBe('same form, other print or content: the middle');
  const conflicts = displayedCells(evidence).states.filter((state) => cellStates[state] === 'conflicts');
  expect(conflicts).toHaveLength(8);
  expect(displayedCells({ ...evidence, case: 'shared-part' })).toBe(evidence.cells);
});

test('what is spread over the picture has no place', () => {
  const spread = ['+x+x+', 'x+x+x', '+x+x+', 'x+x+x', '+x+x+'];
  expect(differenceWords(evidenceOf('shared-part', spread)).en).toBe('they share a part');
});

test('mirrored, turned and reversed are said', () => {
  const evidence = evidenceOf('seen-again', ['+']);
  const registration = { ...evidence.registration, mirrored: true, quarterTurns: 1 as const, inverted: true };
  expect(differenceWords({ ...evidence, registration })).toEqual({
    en: 'one is seen again in the other, mirrored, turned by 90°, with reversed tones',
    zh: '一张图片的内容在另一张中再次出现（镜像，旋转 90°，明暗反转）',
  });
});

test('where nothing agrees no movement is told', () => {
  const evidence = evidenceOf('different', banner);
  const registration = { ...evidence.registration, mirrored: true, quarterTurns: 2 as const };
  expect(differenceWords({ ...evidence, registration })).toEqual(caseWords.different);
});

test.each(differenceCases)('%s has words of its own in both languages', (name) => {
  const others = differenceCases.filter((other) => other !== name);
  expect(others.map((other) => caseWords[other].en)).not.toContain(caseWords[name].en);
  expect(caseWords[name].zh).toMatch(/\p{Script=Han}/u);
});

test('the case takes the place of the verdict only where what differs decided', () => {
  const verdict = verdictOf(0.62);
  expect(meaningWords({ verdict, difference: evidenceOf('shared-part', banner) }).en).toMatch(/^they share a part/);
  expect(meaningWords({ verdict, difference: evidenceOf('seen-again', banner) })).toBe(verdict.words);
  expect(meaningWords({ verdict })).toBe(verdict.words);
});

test('a negative is told as such, and not by the verdict of its score', () => {
  const evidence = evidenceOf('seen-again', ['+']);
  const difference = { ...evidence, registration: { ...evidence.registration, inverted: true } };
  const verdict = verdictOf(0.97);
  expect(meaningWords({ verdict, difference }).en).toBe('one is seen again in the other, with reversed tones');
  expect(meaningWords({ verdict, difference }).zh).toBe('一张图片的内容在另一张中再次出现（明暗反转）');
  expect(meaningWords({ verdict, difference: { ...difference, case: 'other-view' } })).toBe(verdict.words);
});

test.each([
  [{ left: 0, top: 0.8, right: 1, bottom: 1 }, 'the lower fifth'],
  [{ left: 0, top: 0, right: 1, bottom: 0.5 }, 'the upper half'],
  [{ left: 0.68, top: 0, right: 1, bottom: 1 }, 'the right third'],
  [{ left: 0.4, top: 0.4, right: 0.6, bottom: 0.6 }, 'the middle'],
  [{ left: 0.02, top: 0.02, right: 0.2, bottom: 0.2 }, 'the upper left'],
  [{ left: 0, top: 0, right: 1, bottom: 1 }, 'all over it'],
])('%o is %s', (box, words) => {
  expect(placeWords(box).en).toBe(words);
});

test('regions are told in pixels of each file, largest first', () => {
  const regions = regionsOf(evidenceOf('shared-part', banner), [
    [100, 50],
    [400, 400],
  ]);
  expect(regions.map(({ kind }) => kind)).toEqual(['conflicts', 'agrees', 'first-only', 'second-only']);
  expect(regions[1]).toEqual({
    kind: 'agrees',
    share: 5 / 25,
    first: { left: 0, top: 40, width: 100, height: 10 },
    second: { left: 100, top: 260, width: 200, height: 40 },
  });
});

test('the picture of the difference is red where the two differ, and nowhere else', () => {
  const side = 60;
  const flat = (paint: (x: number, y: number) => number): { width: number; height: number; data: Uint8Array } => ({
    width: side,
    height: side,
    data: Uint8Array.from({ length: side * side * 3 }, (_, at) =>
      paint(Math.floor(at / 3) % side, Math.floor(at / 3 / side)),
    ),
  });
  const stripes = (x: number): number => (x % 20 < 10 ? 40 : 220);
  const first = flat(stripes);
  // Paler throughout, as a scan is, and with a black square.
  const second = flat((x, y) => (x >= 20 && x < 40 && y >= 20 && y < 40 ? 0 : 40 + 0.8 * stripes(x)));
  const rows = ['++++++', '++++++', '++xx++', '++xx++', '++++++', '++++++'];
  const evidence = evidenceOf('same-form-other-print', rows);
  const registration = { ...evidence.registration, toSecond: [1, 0, 0, 0, 1, 0] as const };
  const { data } = differencePicture(first, second, { ...evidence, registration });
  const redness = (x: number, y: number): number =>
    (data[(y * side + x) * 3] ?? 0) - (data[(y * side + x) * 3 + 1] ?? 0);
  expect(redness(35, 30)).toBeGreaterThan(100);
  expect([redness(5, 5), redness(15, 50), redness(50, 30)]).toEqual([0, 0, 0]);
});

test.each(['shared-part', 'seen-again'] as const)('the legend of %s stands above the pictures it is of', (name) => {
  const picture = { name: 'a.png', width: 800, height: 600, dataUri: 'data:,' };
  const shown = { pictures: [picture, picture], difference: undefined, language: 'en' } as const;
  const { svg } = differencePanel(evidenceOf(name, banner), shown, 0);
  const places = (element: RegExp): number[] => Array.from(svg.matchAll(element), ([, y]) => Number(y));
  const legend = places(/<text x="[\d.]+" y="([\d.]+)"[^>]*>(?:agrees|conflicts|only one has it)</g);
  expect(legend).toHaveLength(3);
  expect(Math.max(...legend) + 4).toBeLessThanOrEqual(Math.min(...places(/<image [^>]* y="([\d.]+)"/g)));
});

test('words beside the pictures begin with a capital letter, as a sentence does', () => {
  const picture = { name: 'a.png', width: 800, height: 600, dataUri: 'data:,' };
  const shown = { pictures: [picture, picture], difference: undefined, language: 'en' } as const;
  expect(differencePanel(evidenceOf('seen-again', banner), shown, 0).svg).toContain(
    '>One is seen again in the other: ',
  );
});
