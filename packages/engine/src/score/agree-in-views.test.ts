import { expect, test } from 'vitest';
import { agreeInViews } from './agree-in-views.ts';

interface Shown {
  readonly frame: number;
  readonly ground?: 'white' | 'black';
  readonly shows: string;
}

const rate = (a: Shown, b: Shown): number => (a.shows === b.shows ? 0.9 : 0.1);
const film = (shows: string): Shown[] => Array.from(shows, (letter, frame) => ({ frame, shows: letter }));
const scoreOf = (a: readonly Shown[], b: readonly Shown[]): number => agreeInViews(a, b, rate).score;

test('stills are rated by their only view', () => {
  expect(scoreOf(film('a'), film('a'))).toBeCloseTo(0.9);
  expect(scoreOf(film('a'), film('b'))).toBeCloseTo(0.1);
});

test('frames are found in any order, within another animation, and in a still', () => {
  for (const [one, two] of [
    ['abcd', 'dcba'],
    ['bc', 'abcd'],
    ['c', 'abcd'],
  ] as const) {
    expect(scoreOf(film(one), film(two))).toBeCloseTo(0.9);
    expect(scoreOf(film(two), film(one))).toBe(scoreOf(film(one), film(two)));
  }
});

test('a frame that two animations share does not make them alike', () => {
  expect(scoreOf(film('abcd'), film('axyz'))).toBeCloseTo((0.9 + 3 * 0.1) / 4);
});

test('nor where the frames of one are alike: all are found in that frame, and nothing else of the other is', () => {
  const score = (0.9 + 3 * 0.1) / 4;
  expect(scoreOf(film('aaaa'), film('axyz'))).toBeCloseTo(score);
  expect(scoreOf(film('axyz'), film('aaaa'))).toBeCloseTo(score);
});

test('animations that hold their frames for other times are the same', () => {
  expect(scoreOf(film('aaabbc'), film('abbbcc'))).toBeCloseTo(0.9);
  expect(scoreOf(film('abc'), film('aaabbbcc'))).toBeCloseTo(0.9);
});

test('views are compared on one ground; an opaque view takes part in each', () => {
  const logo: Shown[] = [
    { frame: 0, ground: 'white', shows: 'nothing' },
    { frame: 0, ground: 'black', shows: 'cup' },
  ];
  const other: Shown[] = [{ frame: 0, ground: 'white', shows: 'cup' }];
  expect(agreeInViews(logo, other, rate).score).toBeCloseTo(0.1);
  expect(
    agreeInViews(
      logo,
      film('a').map((view) => ({ ...view, shows: 'cup' })),
      rate,
    ),
  ).toMatchObject({
    best: { first: logo[1], score: 0.9 },
  });
});

test('pictures that stand out on different grounds only are compared each on its own', () => {
  const dark: Shown[] = [{ frame: 0, ground: 'white', shows: 'cup' }];
  const light: Shown[] = [{ frame: 0, ground: 'black', shows: 'cup' }];
  expect(scoreOf(dark, light)).toBeCloseTo(0.9);
});
