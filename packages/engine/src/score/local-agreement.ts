import type { LocalFeatures } from '../features/local-features.ts';
import type { LocalAgreement } from './evidence.ts';
import { matchDescriptors, mirrorDescriptors, type Matches } from './match-descriptors.ts';
import { findConsensus, type PointPairs } from './similarity-transform.ts';

function pick(values: Float32Array, indices: Int32Array, sign = 1): Float64Array {
  return Float64Array.from(indices, (index) => sign * (values[index] as number));
}

function pairsOf(a: LocalFeatures, b: LocalFeatures, found: { matches: Matches; mirrored: boolean }): PointPairs {
  const { first, second } = found.matches;
  return {
    x1: pick(a.x, first, found.mirrored ? -1 : 1),
    y1: pick(a.y, first),
    x2: pick(b.x, second),
    y2: pick(b.y, second),
  };
}

function agreement(a: LocalFeatures, b: LocalFeatures, mirrored: boolean): LocalAgreement {
  const descriptors = mirrored ? mirrorDescriptors(a.descriptors) : a.descriptors;
  const matches = matchDescriptors(descriptors, b.descriptors);
  const consensus = findConsensus(pairsOf(a, b, { matches, mirrored }));
  if (consensus === undefined) return { matches, inliers: new Int32Array(0) };
  return { matches, inliers: consensus.inliers, transform: { ...consensus.transform, mirrored } };
}

/** Inliers, and their share of the matches, from which on the upright reading is certain and the mirrored one is not tried. */
const certainInliers = 15;
const certainShare = 0.5;

/** Keypoints that match and agree on one similarity transform, upright or mirrored, whichever has more of them. */
export function localAgreement(a: LocalFeatures, b: LocalFeatures): LocalAgreement {
  const upright = agreement(a, b, false);
  const inliers = upright.inliers.length;
  if (inliers >= certainInliers && inliers >= certainShare * upright.matches.first.length) return upright;
  const mirrored = agreement(a, b, true);
  return mirrored.inliers.length > inliers ? mirrored : upright;
}
