import type { FeatureSet } from '../features/feature-set.ts';
import { localPlaneSize } from '../features/local-plane.ts';
import type { LocalFeatures } from '../features/local-features.ts';
import type { LocalAgreement } from './evidence.ts';
import { findConsensus } from './find-consensus.ts';
import { matchDescriptors, mirrorDescriptors } from './match-descriptors.ts';
import type { Matches } from './match-descriptors.ts';
import type { PointPairs } from './point-pairs.ts';
import { applyTransform, invertTransform } from './similarity-transform.ts';
import type { Point, SimilarityTransform } from './similarity-transform.ts';

function pick(values: Float32Array, indices: Int32Array, sign = 1): Float64Array {
  return Float64Array.from(indices, (index) => sign * (values[index] as number));
}

function pairsOf(a: LocalFeatures, b: LocalFeatures, found: { matches: Matches; mirrored: boolean }): PointPairs {
  const { first, second } = found.matches;
  // Mirroring x turns an orientation θ into π − θ.
  const angles = pick(a.angle, first).map((angle) => (found.mirrored ? Math.PI - angle : angle));
  const turns = pick(b.angle, second).map((angle, index) => angle - (angles[index] as number));
  const scales = pick(a.scale, first);
  return {
    x1: pick(a.x, first, found.mirrored ? -1 : 1),
    y1: pick(a.y, first),
    x2: pick(b.x, second),
    y2: pick(b.y, second),
    turnCosine: turns.map((turn) => Math.cos(turn)),
    turnSine: turns.map((turn) => Math.sin(turn)),
    logScale: pick(b.scale, second).map((scale, index) => Math.log(scale / (scales[index] as number))),
  };
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
  const descriptors = mirrored ? mirrorDescriptors(a.local.descriptors) : a.local.descriptors;
  const matches = matchDescriptors(descriptors, b.local.descriptors);
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
