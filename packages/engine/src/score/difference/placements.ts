import type { FeatureSet } from '../../features/feature-set.ts';
import { localPlaneSize } from '../../features/local-plane.ts';
import type { LocalAgreement } from '../evidence.ts';
import type { SimilarityTransform } from '../similarity-transform.ts';
import { compose, determinantOf, scaleOf, stretch } from './affine.ts';
import type { Affine } from './affine.ts';
import { fitAffine } from './fit-affine.ts';
import type { WeightedPoints } from './fit-affine.ts';

/** A way in which one picture may lie over the other. */
export interface Placement {
  readonly from: 'points' | 'frame';
  /** Whether it is a frame turned or upside down. */
  readonly isTurned: boolean;
  /** From the first picture's pixels to the second's. */
  readonly toSecond: Affine;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Both pictures' features, sizes in detail, and the points on which they agree. */
export interface PlacedPair {
  readonly features: readonly [FeatureSet, FeatureSet];
  readonly sizes: readonly [Size, Size];
  readonly local: LocalAgreement;
}

/** More agreeing points than chance gives. */
const leastInliers = 4;
/** Up to so many, the frames are also tried turned and upside down. */
const fewInliers = 8;
const affineRounds = 6;
const affineInliers = 6;
const affineTolerance = 8;
const leastKept = 0.8;

/** As an affine of the same pixels: a point at (x, y) of the points' plane is the centre of a pixel. */
function asAffine({ a, b, tx, ty, mirrored }: SimilarityTransform): Affine {
  const sign = mirrored ? -1 : 1;
  const affine: Affine = [sign * a, -b, tx, sign * b, a, ty];
  return compose([1, 0, 0.5, 0, 1, 0.5], compose(affine, [1, 0, -0.5, 0, 1, -0.5]));
}

interface Correspondence {
  readonly from: number[];
  readonly to: number[];
}

function pointsOf({ local }: FeatureSet, indices: Int32Array): number[] {
  const points: number[] = [];
  for (const index of indices) points.push((local.x[index] ?? 0) + 0.5, (local.y[index] ?? 0) + 0.5);
  return points;
}

function correspondences({ features: [first, second], local }: PlacedPair): Correspondence {
  return { from: pointsOf(first, local.matches.first), to: pointsOf(second, local.matches.second) };
}

function fitThrough({ from, to }: Correspondence, chosen: readonly number[]): Affine | undefined {
  const picked: Record<keyof WeightedPoints, number[]> = { from: [], to: [], weights: [] };
  for (const at of chosen) {
    picked.from.push(from[2 * at] ?? 0, from[2 * at + 1] ?? 0);
    picked.to.push(to[2 * at] ?? 0, to[2 * at + 1] ?? 0);
    picked.weights.push(1);
  }
  return fitAffine(picked);
}

function within({ from, to }: Correspondence, [a, b, c, d, e, f]: Affine, tolerance: number): number[] {
  const near: number[] = [];
  for (let at = 0; 2 * at < from.length; at += 1) {
    const [x, y] = [from[2 * at] as number, from[2 * at + 1] as number];
    const errorX = a * x + b * y + c - (to[2 * at] as number);
    const errorY = d * x + e * y + f - (to[2 * at + 1] as number);
    if (errorX * errorX + errorY * errorY < tolerance * tolerance) near.push(at);
  }
  return near;
}

/** Neither far from the similarity's scale nor squashed. */
function isPlausible(affine: Affine, scale: number): boolean {
  const own = scaleOf(affine);
  const [a, b, , d, e] = affine;
  const squash = Math.hypot(a, d) / Math.hypot(b, e);
  return own > scale / 2 && own < scale * 2 && squash > 0.4 && squash < 2.5 && Number.isFinite(determinantOf(affine));
}

/** Grows an affine from the points that agree on a similarity, over all matched points. */
function grownAffine(pair: PlacedPair, similarity: Affine): Affine | undefined {
  const points = correspondences(pair);
  const scale = scaleOf(similarity);
  const tolerance = affineTolerance * Math.max(0.5, Math.min(1, scale));
  let chosen = Array.from(pair.local.inliers);
  let grown: Affine | undefined;
  for (let round = 0; round < affineRounds && chosen.length >= affineInliers; round += 1) {
    const fitted = fitThrough(points, chosen);
    if (fitted === undefined || !isPlausible(fitted, scale)) break;
    grown = fitted;
    const next = within(points, fitted, tolerance);
    if (next.length < leastKept * chosen.length || next.join() === chosen.join()) break;
    chosen = next;
  }
  return grown;
}

function byPoints(pair: PlacedPair): Placement[] {
  const { local, features, sizes } = pair;
  if (local.transform === undefined || local.inliers.length < leastInliers) return [];
  const planes = features.map((of) => localPlaneSize(of));
  const toPlane = stretch((planes[0]?.[0] ?? 1) / sizes[0].width, (planes[0]?.[1] ?? 1) / sizes[0].height);
  const toPicture = stretch(sizes[1].width / (planes[1]?.[0] ?? 1), sizes[1].height / (planes[1]?.[1] ?? 1));
  const similarity = asAffine(local.transform);
  const affines = [grownAffine(pair, similarity), similarity].filter((affine) => affine !== undefined);
  return affines.map((affine) => ({
    from: 'points',
    isTurned: false,
    toSecond: compose(toPicture, compose(affine, toPlane)),
  }));
}

/** The unit square onto itself: as it is; then mirrored, upside down, and the four quarter turns, mirrored or not. */
const straightFrame: Affine = [1, 0, 0, 0, 1, 0];
const turnedFrames: readonly Affine[] = [
  [-1, 0, 1, 0, 1, 0],
  [-1, 0, 1, 0, -1, 1],
  [1, 0, 0, 0, -1, 1],
  [0, -1, 1, 1, 0, 0],
  [0, 1, 0, -1, 0, 1],
  [0, 1, 0, 1, 0, 0],
  [0, -1, 1, -1, 0, 1],
];

/** Every way in which the first picture may lie over the second: by points that agree, and frame onto frame. */
export function placementsOf(pair: PlacedPair): Placement[] {
  const points = byPoints(pair);
  const few = points.length === 0 || pair.local.inliers.length <= fewInliers;
  const frames = few ? [straightFrame, ...turnedFrames] : [straightFrame];
  const toUnit = stretch(1 / pair.sizes[0].width, 1 / pair.sizes[0].height);
  const toPicture = stretch(pair.sizes[1].width, pair.sizes[1].height);
  return [
    ...points,
    ...frames.map((frame): Placement => ({
      from: 'frame',
      isTurned: turnedFrames.includes(frame),
      toSecond: compose(toPicture, compose(frame, toUnit)),
    })),
  ];
}
