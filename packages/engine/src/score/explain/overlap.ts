import type { Bilingual } from '@semblance/spec/error-catalog';
import type { FeatureSet } from '../../features/feature-set.ts';
import { localPlaneSize } from '../../features/local-plane.ts';
import { canonicalOrder } from '../canonical-order.ts';
import type { LocalAgreement } from '../evidence.ts';
import { localAgreement } from '../local-agreement.ts';
import { applyTransform, inverseOf } from '../similarity-transform.ts';
import type { Point, SimilarityTransform } from '../similarity-transform.ts';
import { ordinaryPairs } from './ordinary-pairs.ts';
import { areaOf, clipToRectangle, rectangle } from './plane-geometry.ts';

/** A matched point. Positions are shares of each picture's width and height, 0…1. */
export interface ShownMatch {
  readonly first: Point;
  readonly second: Point;
  /** Whether it agrees with the transform that most points agree on. */
  readonly agrees: boolean;
}

/** The part that both pictures have in common, and how it moved from the first to the second. */
export interface Overlap {
  readonly words: Bilingual;
  readonly transform: {
    /** Pixels of the second file for one of the first. */
    readonly scale: number;
    /** Clockwise, −180…180, after mirroring. */
    readonly turnedDegrees: number;
    /** Whether left and right changed places. */
    readonly mirrored: boolean;
  };
  /** The common part as a polygon in each picture, in shares of width and height. */
  readonly first: readonly Point[];
  readonly second: readonly Point[];
  /** Share of each picture that it covers, 0…1. */
  readonly shares: readonly [number, number];
}

export interface Geometry {
  readonly matches: readonly ShownMatch[];
  readonly overlap?: Overlap;
}

/** Width and height, pixels. */
export type Size = readonly [width: number, height: number];

/** Both pictures' features, and the sizes of their files. */
export interface LocatedPair {
  readonly first: FeatureSet;
  readonly second: FeatureSet;
  readonly sizes: readonly [Size, Size];
}

/** The words for a transform, such as `scale 0.71, turned 0.3° clockwise, not mirrored`. */
export function transformWords({ scale, turnedDegrees, mirrored }: Overlap['transform']): Bilingual {
  const degrees = Math.abs(turnedDegrees).toFixed(1);
  const isClockwise = turnedDegrees > 0;
  const turned =
    degrees === '0.0'
      ? { en: 'not turned', zh: '未旋转' }
      : {
          en: `turned ${degrees}° ${isClockwise ? 'clockwise' : 'anticlockwise'}`,
          zh: `${isClockwise ? '顺' : '逆'}时针旋转 ${degrees}°`,
        };
  return {
    en: `scale ${scale.toFixed(2)}, ${turned.en}, ${mirrored ? 'mirrored' : 'not mirrored'}`,
    zh: `缩放 ${scale.toFixed(2)}，${turned.zh}，${mirrored ? '镜像' : '未镜像'}`,
  };
}

const longSide = ([width, height]: Size): number => Math.max(width, height);
const asShares = (points: readonly Point[], [width, height]: Size): Point[] =>
  points.map(([x, y]) => [x / width, y / height]);

function overlapOf({ first, second, sizes }: LocatedPair, moved: SimilarityTransform): Overlap | undefined {
  const [planeA, planeB] = [localPlaneSize(first), localPlaneSize(second)];
  const corners = rectangle(...planeA).map((corner) => applyTransform(moved, corner));
  const inB = clipToRectangle(corners, ...planeB);
  if (inB.length < 3) return undefined;
  const back = inverseOf(moved);
  const inA = inB.map((corner) => applyTransform(back, corner));
  const planeScale = Math.hypot(moved.a, moved.b);
  const transform = {
    scale: (planeScale * longSide(sizes[1]) * longSide(planeA)) / (longSide(sizes[0]) * longSide(planeB)),
    turnedDegrees: (Math.atan2(moved.b, moved.a) * 180) / Math.PI,
    mirrored: moved.mirrored,
  };
  const shareOf = (points: readonly Point[], [width, height]: Size): number =>
    Math.min(1, areaOf(points) / (width * height));
  return {
    words: transformWords(transform),
    transform,
    first: asShares(inA, planeA),
    second: asShares(inB, planeB),
    shares: [shareOf(inA, planeA), shareOf(inB, planeB)],
  };
}

/** Matched points and their transform from the first picture to the second, whichever the comparison started from. */
function agreementFrom(first: FeatureSet, second: FeatureSet): LocalAgreement {
  if (canonicalOrder(first, second) <= 0) return localAgreement(first, second);
  const { matches, transform, ...found } = localAgreement(second, first);
  const swapped = { ...matches, first: matches.second, second: matches.first };
  return { ...found, matches: swapped, ...(transform === undefined ? {} : { transform: inverseOf(transform) }) };
}

/** Where the points of two pictures match, and what the pictures have in common if enough of the points agree. */
export function geometryOf(pair: LocatedPair): Geometry {
  const { matches, inliers, transform } = agreementFrom(pair.first, pair.second);
  const agreeing = new Set(inliers);
  const point = (features: FeatureSet, index: number): Point => {
    const [width, height] = localPlaneSize(features);
    return [(features.local.x[index] ?? 0) / width, (features.local.y[index] ?? 0) / height];
  };
  const shown = Array.from(matches.first, (index, at) => ({
    first: point(pair.first, index),
    second: point(pair.second, matches.second[at] ?? 0),
    agrees: agreeing.has(at),
  }));
  const believed = transform !== undefined && inliers.length > ordinaryPairs.chancePoints;
  const overlap = believed ? overlapOf(pair, transform) : undefined;
  return { matches: shown, ...(overlap === undefined ? {} : { overlap }) };
}
