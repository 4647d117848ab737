import type { FeatureSet } from '../features/feature-set.ts';
import { localPlaneSize } from '../features/local-plane.ts';
import type { LocalFeatures } from '../features/local-features.ts';
import type { LocalAgreement } from './evidence.ts';
import { findConsensus } from './find-consensus.ts';
import { matchDescriptors } from './match-descriptors.ts';
import type { Matches } from './match-descriptors.ts';
import type { PointPairs } from './point-pairs.ts';
import { applyTransform, invertTransform } from './similarity-transform.ts';
import type { Point, SimilarityTransform } from './similarity-transform.ts';

function noPairs(count: number): { readonly [Name in keyof PointPairs]: Float64Array } {
  const numbers = (): Float64Array => new Float64Array(count);
  return {
    x1: numbers(),
    y1: numbers(),
    x2: numbers(),
    y2: numbers(),
    turnCosine: numbers(),
    turnSine: numbers(),
    logScale: numbers(),
  };
}

function pairsOf(a: LocalFeatures, b: LocalFeatures, found: { matches: Matches; mirrored: boolean }): PointPairs {
  const { first, second } = found.matches;
  const pairs = noPairs(first.length);
  for (let index = 0; index < first.length; index += 1) {
    const [i, j] = [first[index] as number, second[index] as number];
    const angle = a.angle[i] as number;
    // Mirroring x turns an orientation θ into π − θ.
    const turn = (b.angle[j] as number) - (found.mirrored ? Math.PI - angle : angle);
    pairs.x1[index] = (found.mirrored ? -1 : 1) * (a.x[i] as number);
    pairs.y1[index] = a.y[i] as number;
    pairs.x2[index] = b.x[j] as number;
    pairs.y2[index] = b.y[j] as number;
    pairs.turnCosine[index] = Math.cos(turn);
    pairs.turnSine[index] = Math.sin(turn);
    pairs.logScale[index] = Math.log((b.scale[j] as number) / (a.scale[i] as number));
  }
  return pairs;
}

/**
 * Keypoints that lie where both pictures overlap under the transform, in the picture that has fewer of them there.
 */
function pointsInOverlap(a: FeatureSet, b: FeatureSet, transform: SimilarityTransform): number {
  const count = (from: FeatureSet, to: FeatureSet, map: (point: Point) => Point): number => {
    const [width, height] = localPlaneSize(to);
    return from.local.x.reduce((sum, x, index) => {
      const [toX, toY] = map([x, from.local.y[index] as number]);
      return toX >= 0 && toX <= width && toY >= 0 && toY <= height ? sum + 1 : sum;
    }, 0);
  };
  const inA = count(a, b, (point) => applyTransform(transform, point));
  const inB = count(b, a, (point) => invertTransform(transform, point));
  return Math.max(1, Math.min(inA, inB));
}

function agreement(a: FeatureSet, b: FeatureSet, mirrored: boolean): LocalAgreement {
  const matches = matchDescriptors(a.local.descriptors, b.local.descriptors, mirrored);
  const consensus = findConsensus(pairsOf(a.local, b.local, { matches, mirrored }), matches.distinct);
  if (consensus === undefined) return { matches, inliers: new Int32Array(0), overlapShare: 0 };
  const transform = { ...consensus.transform, mirrored };
  const { inliers } = consensus;
  return { matches, inliers, transform, overlapShare: Math.min(1, inliers.length / pointsInOverlap(a, b, transform)) };
}

/** Inliers, and their number against that of distinct matches, from which on the upright reading is certain and the mirrored one is not tried. */
const certainInliers = 15;
const certainShare = 0.5;

/** Keypoints that match and agree on one similarity transform, upright or mirrored, whichever has more of them. */
export function localAgreement(a: FeatureSet, b: FeatureSet): LocalAgreement {
  const upright = agreement(a, b, false);
  const inliers = upright.inliers.length;
  if (inliers >= certainInliers && inliers >= certainShare * upright.matches.distinct.length) return upright;
  const mirrored = agreement(a, b, true);
  return mirrored.inliers.length > inliers ? mirrored : upright;
}
