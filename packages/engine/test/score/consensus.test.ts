import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findConsensus } from '../../src/score/find-consensus.ts';
import type { Linear, PointPairs } from '../../src/score/point-pairs.ts';
import { seeded } from './test-pictures.ts';

const width = 320;
const height = 240;
const corners = [
  [0, 0],
  [width, 0],
  [0, height],
  [width, height],
] as const;

const move = ({ a, b, tx, ty }: Linear, [x, y]: readonly [number, number]): [number, number] => [
  a * x - b * y + tx,
  b * x + a * y + ty,
];

/** Pairs of points under one transform with Gaussian noise, and others that have nothing to do with it. */
function noisyPairs(
  truth: Linear,
  options: { seed: number; agreeing: number; chance: number; noise: number },
): PointPairs {
  const random = seeded(options.seed);
  const gaussian = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const points = Array.from({ length: options.agreeing + options.chance }, (_, index) => {
    const from = [width * random(), height * random()] as const;
    if (index >= options.agreeing)
      return [...from, width * random(), height * random(), 2 * Math.PI * random(), 3 * random() - 1.5] as const;
    const [x, y] = move(truth, from);
    const [turn, logScale] = [Math.atan2(truth.b, truth.a), Math.log(Math.hypot(truth.a, truth.b))];
    return [
      ...from,
      x + options.noise * gaussian(),
      y + options.noise * gaussian(),
      turn + 0.1 * gaussian(),
      logScale + 0.1 * gaussian(),
    ] as const;
  });
  return pairsFrom(points);
}

type Row = readonly [x1: number, y1: number, x2: number, y2: number, turn: number, logScale: number];

function pairsFrom(rows: readonly Row[]): PointPairs {
  const column = (of: (row: Row) => number): Float64Array => Float64Array.from(rows, of);
  return {
    x1: column(([x1]) => x1),
    y1: column(([, y1]) => y1),
    x2: column(([, , x2]) => x2),
    y2: column(([, , , y2]) => y2),
    turnCosine: column(([, , , , turn]) => Math.cos(turn)),
    turnSine: column(([, , , , turn]) => Math.sin(turn)),
    logScale: column(([, , , , , logScale]) => logScale),
  };
}

const all = ({ x1 }: PointPairs): Int32Array => Int32Array.from(x1, (_, index) => index);
const consensusOf = (pairs: PointPairs): ReturnType<typeof findConsensus> => findConsensus(pairs, all(pairs));

const farthestCorner = (found: Linear, truth: Linear): number =>
  Math.max(
    ...corners.map((corner) => {
      const [x, y] = move(found, corner);
      const [trueX, trueY] = move(truth, corner);
      return Math.hypot(x - trueX, y - trueY);
    }),
  );
const degrees = ({ a, b }: Linear): number => (Math.atan2(b, a) * 180) / Math.PI;

const truths: readonly (readonly [string, Linear])[] = [
  ['nothing moved', { a: 1, b: 0, tx: 0, ty: 0 }],
  ['shrunk to 0.7 and turned by 12°', { a: 0.685, b: 0.1455, tx: 20, ty: 10 }],
  ['enlarged 1.3 times and turned by −8°', { a: 1.287, b: -0.181, tx: -30, ty: -12 }],
];
const mixtures = [
  { agreeing: 80, chance: 40, noise: 1 },
  { agreeing: 120, chance: 60, noise: 1.2 },
  { agreeing: 150, chance: 0, noise: 1.5 },
] as const;

// Least squares over n points with noise s is off by about s·√(2/n)·2 at the corners: 0.3 px and 0.1° here.
// A transform through two of the points is off by several times that.
test.each(truths.flatMap(([name, truth]) => mixtures.map((mixture) => ({ name, truth, ...mixture }))))(
  '$name: $agreeing points with $noise px of noise among $chance others give the transform to 1 px and 0.3°',
  ({ truth, ...mixture }) => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const found = consensusOf(noisyPairs(truth, { ...mixture, seed }));
      expect(found).toBeDefined();
      if (found === undefined) return;
      expect(farthestCorner(found.transform, truth)).toBeLessThan(1);
      expect(Math.abs(degrees(found.transform) - degrees(truth))).toBeLessThan(0.3);
      expect(found.inliers.length).toBeGreaterThanOrEqual(mixture.agreeing - 1);
    }
  },
);

/** Residuals of least squares are at right angles to what it may choose: translation, scale and rotation. */
function normalEquations(
  { x1, y1, x2, y2 }: PointPairs,
  { transform, inliers }: { transform: Linear; inliers: Int32Array },
): number[] {
  const sums = [0, 0, 0, 0];
  for (const i of inliers) {
    const [x, y] = [x1[i] ?? 0, y1[i] ?? 0];
    const [mappedX, mappedY] = move(transform, [x, y]);
    const [dx, dy] = [mappedX - (x2[i] ?? 0), mappedY - (y2[i] ?? 0)];
    [dx, dy, dx * x + dy * y, dy * x - dx * y].forEach((term, at) => {
      sums[at] = (sums[at] ?? 0) + term / inliers.length;
    });
  }
  return sums;
}

test('the transform is the least-squares fit over the inliers that come with it, whatever the pairs', () => {
  fc.assert(
    fc.property(
      fc.record({
        seed: fc.integer({ min: 1, max: 1_000_000 }),
        agreeing: fc.integer({ min: 3, max: 60 }),
        chance: fc.integer({ min: 0, max: 80 }),
        noise: fc.double({ min: 0, max: 6, noNaN: true }),
      }),
      ({ seed, ...mixture }) => {
        const pairs = noisyPairs({ a: 0.9, b: 0.3, tx: 5, ty: -20 }, { seed, ...mixture });
        const found = consensusOf(pairs);
        if (found === undefined) return;
        expect(found.inliers.length).toBeGreaterThanOrEqual(3);
        for (const sum of normalEquations(pairs, found)) expect(Math.abs(sum)).toBeLessThan(1e-6);
        expect(consensusOf(pairs)).toEqual(found);
      },
    ),
    { numRuns: 60 },
  );
});

test('two pairs, points in one place and points without a common transform give no consensus', () => {
  const unturned = (rows: readonly (readonly [number, number, number, number])[]): PointPairs =>
    pairsFrom(rows.map((row) => [...row, 0, 0] as const));
  const twoPairs = [
    [0, 0, 5, 5],
    [100, 0, 105, 5],
  ] as const;
  const onePlace = Array.from({ length: 3 }, () => [9, 9, 5, 5] as const);
  const nothingCommon = [
    [0, 0, 0, 0],
    [100, 0, 0, 300],
    [0, 100, 300, 300],
    [100, 100, 10, 200],
  ] as const;
  for (const rows of [twoPairs, onePlace, nothingCommon]) expect(consensusOf(unturned(rows))).toBeUndefined();
});

test('points that move together but are not turned and scaled along give no consensus', () => {
  const moved = (turn: number, logScale: number): PointPairs =>
    pairsFrom(
      [
        [10, 10],
        [200, 30],
        [60, 180],
        [150, 120],
      ].map(([x = 0, y = 0]) => [x, y, x + 20, y + 5, turn, logScale] as const),
    );
  expect(consensusOf(moved(0, 0))?.inliers).toHaveLength(4);
  expect(consensusOf(moved(0.4, -0.4))?.inliers).toHaveLength(4);
  expect(consensusOf(moved(0.7, 0))).toBeUndefined();
  expect(consensusOf(moved(0, 0.7))).toBeUndefined();
});

test('pairs that may not propose a transform still verify it', () => {
  const pairs = noisyPairs({ a: 1, b: 0, tx: 12, ty: -7 }, { seed: 4, agreeing: 30, chance: 0, noise: 0.5 });
  expect(findConsensus(pairs, Int32Array.of(3, 17))?.inliers).toHaveLength(30);
  expect(findConsensus(pairs, Int32Array.of(3))).toBeUndefined();
});
