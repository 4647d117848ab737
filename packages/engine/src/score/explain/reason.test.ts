import { expect, test } from 'vitest';
import { interpolate } from '../calibration.ts';
import type { Calibration } from '../calibration.ts';
import type { Comparison } from '../compare-features.ts';
import type { Evidence } from '../evidence.ts';
import { fuse, fuseValues } from '../fuse.ts';
import type { Note } from '../notes.ts';
import { verdictOf } from '../verdict.ts';
import { contributionsOf, liftOf, onlyFamily } from './contributions.ts';
import type { Contribution } from './contributions.ts';
import { becauseOf, decidedBy } from './reason.ts';
import { ordinaryPairs } from './ordinary-pairs.ts';
import { transformWords } from './overlap.ts';
import type { Geometry, Overlap, ShownMatch } from './overlap.ts';

/** A calibration of this test's own: what the engine ships changes with every fit. */
const nothing = {
  block6: 0,
  block13: 0,
  block16: 0,
  part: 0,
  typicality: 0,
  colour: 0,
  logInliers: 0,
  verifiedInliers: 0,
};
const semantic = { ...nothing, block6: 2, block13: 2, block16: 4, part: 2, typicality: -2, logInliers: 0.2 };
const calibration: Calibration = {
  version: 'test',
  hypotheses: {
    sharedPart: { bias: -2.6, weights: { ...nothing, part: 5, logInliers: 0.6, verifiedInliers: 1.2 } },
    sameSetting: { bias: -6, weights: { ...semantic, colour: 4, verifiedInliers: 0.5 } },
    otherSetting: { bias: -2.5, weights: { ...semantic, verifiedInliers: 0.4 } },
  },
  knots: [[-4, 0], [-1.2, 0.08], [1.2, 0.32], [2.1, 0.5], [4.7, 0.7], [8.3, 0.9], [20, 0.999]], // prettier-ignore
};

interface Seen {
  readonly inliers: number;
  readonly overlapShare: number;
  /** Every semantic cosine. */
  readonly alike: number;
  readonly colour: number;
}

function evidenceOf({ inliers, overlapShare, alike, colour }: Seen): Evidence {
  return {
    copy: { matches: inliers + 5, inliers, overlapShare },
    semantic: {
      block6: alike,
      block13: alike,
      block16: alike,
      part: alike,
      typicality: ordinaryPairs.terms.typicality,
      colour,
    },
  };
}

function comparisonOf(seen: Seen, notes: readonly Note[] = []): Comparison {
  const evidence = evidenceOf(seen);
  const score = interpolate(calibration.knots, fuse(evidence, calibration));
  return { score, verdict: verdictOf(score), evidence, notes, calibration: calibration.version };
}

const decide = (seen: Seen): string =>
  decidedBy(comparisonOf(seen), contributionsOf(evidenceOf(seen), calibration), calibration);

test.each<[string, Seen, string]>([
  ['a plain copy, which looks alike too', { inliers: 290, overlapShare: 1, alike: 0.96, colour: 1 }, 'copy evidence'],
  [
    'a picture in a picture, which does not',
    { inliers: 80, overlapShare: 0.6, alike: 0.3, colour: 0.6 },
    'copy evidence',
  ],
  [
    'another view of the same thing',
    { inliers: 15, overlapShare: 0.03, alike: 0.7, colour: 0.98 },
    'semantic evidence',
  ],
  ['another view without any points', { inliers: 0, overlapShare: 0, alike: 0.7, colour: 0.9 }, 'semantic evidence'],
  [
    'an object cut out and put elsewhere',
    { inliers: 49, overlapShare: 0.09, alike: 0.5, colour: 0.4 },
    'copy evidence',
  ],
  ['a little of either', { inliers: 7, overlapShare: 0.05, alike: 0.25, colour: 0.8 }, 'both'],
  ['different pictures', { inliers: 3, overlapShare: 0.01, alike: 0.1, colour: 0.5 }, 'neither'],
])('%s: %o is decided by %s', (_, seen, expected) => {
  expect(decide(seen)).toBe(expected);
});

test('a pair with the values of different pictures has no lift at all', () => {
  const { block6, block13, block16, part, typicality, colour } = ordinaryPairs.terms;
  const inliers = Math.expm1(ordinaryPairs.terms.logInliers) + 3;
  const evidence: Evidence = {
    copy: {
      matches: 10,
      inliers,
      overlapShare: (0.15 * ordinaryPairs.terms.verifiedInliers) / ordinaryPairs.terms.logInliers,
    },
    semantic: { block6, block13, block16, part, typicality, colour },
  };
  const contributions = contributionsOf(evidence, calibration);
  for (const { lift } of contributions) expect(lift).toBeCloseTo(0, 9);
  expect(liftOf(contributions, 'copy') + liftOf(contributions, 'semantic')).toBeCloseTo(0, 9);
  for (const family of ['copy', 'semantic'] as const)
    expect(fuseValues(onlyFamily(evidence, family), calibration)).toBeCloseTo(fuse(evidence, calibration), 9);
});

const matches = (agreeing: number, others: number): ShownMatch[] =>
  Array.from({ length: agreeing + others }, (_, index) => ({
    first: [0, 0],
    second: [0, 0],
    agrees: index < agreeing,
  }));

function geometry(shares: readonly [number, number] | undefined, agreeing: number, others: number): Geometry {
  if (shares === undefined) return { matches: matches(agreeing, others) };
  const transform = { scale: 0.712, turnedDegrees: -0.34, mirrored: false };
  const overlap: Overlap = { words: transformWords(transform), transform, first: [], second: [], shares };
  return { matches: matches(agreeing, others), overlap };
}

function because(seen: Seen, found: Geometry, notes: readonly Note[] = []): string {
  const comparison = comparisonOf(seen, notes);
  const contributions = contributionsOf(comparison.evidence, calibration);
  return becauseOf(decidedBy(comparison, contributions, calibration), { comparison, contributions, geometry: found })
    .en;
}

const copy: Seen = { inliers: 212, overlapShare: 1, alike: 0.9, colour: 1 };
const agreed =
  '212 of 230 matched points agree on one transform (scale 0.71, turned 0.3° anticlockwise, not mirrored).';

test.each([
  [[0.98, 0.97], `Copy: ${agreed}`],
  [[0.57, 1], `The second picture is a part of the first (57 % of it): ${agreed}`],
  [[0.99, 0.31], `The first picture is a part of the second (31 % of it): ${agreed}`],
  [[0.6, 0.43], `They share a part (60 % of the first, 43 % of the second): ${agreed}`],
] as const)('a copy of which %o overlaps is named for what it is', (shares, words) => {
  expect(because(copy, geometry(shares, 212, 18))).toBe(words);
});

test('points that fill little of the overlap are a surface seen again, not a copy', () => {
  const teapot: Seen = { inliers: 49, overlapShare: 0.09, alike: 0.5, colour: 0.4 };
  expect(because(teapot, geometry([0.98, 0.97], 49, 75))).toBe(
    'A surface seen again: 49 of 124 matched points agree on one transform (scale 0.71, turned 0.3° anticlockwise, not mirrored).',
  );
});

test('another view says what is alike, and what points say', () => {
  const view: Seen = { inliers: 5, overlapShare: 0.03, alike: 0.7, colour: 0.98 };
  expect(because(view, geometry(undefined, 5, 34))).toMatch(
    /^Alike in what they show \(0\.70; different pictures \d\.\d\d\) and colours \(0\.98; different pictures \d\.\d\d\)\. 5 of 39 matched points agree on a transform, no more than by chance\.$/,
  );
});

test('what has no weight is not named as what decided', () => {
  const view: Seen = { inliers: 5, overlapShare: 0.03, alike: 0.7, colour: 0.98 };
  const comparison = comparisonOf(view);
  const weighed = contributionsOf(comparison.evidence, calibration);
  const only = (kept: string): Contribution[] =>
    weighed.map((item) => (item.name === kept ? item : { ...item, lift: 0 }));
  const found = geometry(undefined, 5, 34);
  const words = (contributions: readonly Contribution[]): string =>
    becauseOf('both', { comparison, contributions, geometry: found }).en;
  expect(words(only('part'))).toMatch(/Most alike in their most similar parts \([^)]*\)\.$/);
  expect(words(only('logInliers'))).toMatch(/no more than by chance\.$/);
});

test('different pictures, flat pictures and equal pixels have their own words', () => {
  const different: Seen = { inliers: 0, overlapShare: 0, alike: 0.05, colour: 0.5 };
  expect(because(different, geometry(undefined, 0, 6))).toBe(
    'Nothing stands out from what different pictures have. Of 6 matched points no three agree on a transform.',
  );
  expect(because(different, geometry(undefined, 0, 0))).toContain('No points of the two match.');
  const flat: Note = { name: 'flat', picture: 'second', words: { en: 'is one flat colour', zh: '只有一种颜色' } };
  expect(because({ ...different, alike: 0.9 }, geometry(undefined, 0, 0), [flat])).toBe(
    'At least one picture is a single flat colour, so only their colours can be compared: 0.50 of 1.',
  );
  const comparison = { ...comparisonOf(copy), score: 1, verdict: verdictOf(1) };
  expect(decidedBy(comparison, [], calibration)).toBe('equal pixels');
});

test('a picture that shows nothing is the reason, and no colour that nobody compared', () => {
  const different: Seen = { inliers: 0, overlapShare: 0, alike: 0.05, colour: 0.5 };
  const flat: Note = { name: 'flat', picture: 'second', words: { en: 'is one flat colour', zh: '只有一种颜色' } };
  const empty: Note = { ...flat, name: 'nothing-visible' };
  expect(because(different, geometry(undefined, 0, 0), [flat, empty])).toBe(
    'The second picture shows nothing, so it is like no picture that shows something.',
  );
  expect(because(different, geometry(undefined, 0, 0), [flat, empty, { ...empty, picture: 'first' }])).toContain(
    'colour',
  );
});

test.each([
  [{ scale: 1, turnedDegrees: 0.04, mirrored: false }, 'scale 1.00, not turned, not mirrored'],
  [{ scale: 0.5, turnedDegrees: 90, mirrored: false }, 'scale 0.50, turned 90.0° clockwise, not mirrored'],
  [{ scale: 2.345, turnedDegrees: -12.34, mirrored: true }, 'scale 2.35, turned 12.3° anticlockwise, mirrored'],
])('%o is said as "%s"', (transform, words) => {
  expect(transformWords(transform).en).toBe(words);
});
