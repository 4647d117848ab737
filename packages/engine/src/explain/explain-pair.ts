import type { FeatureSet } from '../features/feature-set.ts';
import { localPlaneSize } from '../features/local-plane.ts';
import { mapWindows } from '../features/map-windows.ts';
import { fusionTerms, type Calibration, type FusionTerm } from '../score/calibration.ts';
import { canonicalOrder } from '../score/canonical-order.ts';
import { compareFeatures, type Comparison } from '../score/compare-features.ts';
import { defaultCalibration } from '../score/default-calibration.ts';
import { fusionValues } from '../score/fuse.ts';
import { localAgreement } from '../score/local-agreement.ts';
import {
  applyTransform,
  invertTransform,
  type Point,
  type SimilarityTransform,
} from '../score/similarity-transform.ts';
import { areaOf, clipToRectangle, rectangle } from './plane-geometry.ts';

/** Cells a side of a heat map. */
export const heatSide = 7;

/** What one kind of evidence added to the decision. */
export interface Contribution {
  readonly name: FusionTerm;
  readonly words: string;
  readonly value: number;
  /** Weight × value: its part of the fused sum. */
  readonly added: number;
}

/** Why a pair got its score. Positions are shares of each picture's width and height, 0…1. */
export interface Explanation {
  readonly comparison: Comparison;
  readonly contributions: readonly Contribution[];
  /** Which of the two families decided: copy, semantic, both, or neither (then the pictures are different). */
  readonly decidedBy: 'equal pixels' | 'copy evidence' | 'semantic evidence' | 'both' | 'neither';
  readonly matches: readonly { readonly first: Point; readonly second: Point; readonly agrees: boolean }[];
  /** The transform found, in words and as overlapping polygons; absent without consensus. */
  readonly overlap?: {
    readonly words: string;
    readonly first: readonly Point[];
    readonly second: readonly Point[];
    /** Share of each picture that the overlap covers, 0…1. */
    readonly shares: readonly [number, number];
  };
  /** How similar each part is to the other picture as a whole, row-major, −1…1. */
  readonly heat: { readonly first: readonly number[]; readonly second: readonly number[] };
}

const termWords: Readonly<Record<FusionTerm, string>> = {
  block6: 'texture and small parts',
  block13: 'shapes and parts',
  block16: 'what it shows',
  part: 'the best matching part',
  typicality: 'how ordinary both are',
  colour: 'colours',
  logInliers: 'points that fit one movement',
  verifiedInliers: 'and fill the common part',
};

const copyTerms: ReadonlySet<FusionTerm> = new Set(['logInliers', 'verifiedInliers']);

function contributionsOf(comparison: Comparison, calibration: Calibration): Contribution[] {
  const values = fusionValues(comparison.evidence);
  return fusionTerms.map((name) => ({
    name,
    words: termWords[name],
    value: values[name],
    added: calibration.fusion[name] * values[name],
  }));
}

/** A family decides when it alone carries most of what lifts the pair above the ordinary. */
function decision(comparison: Comparison, contributions: readonly Contribution[]): Explanation['decidedBy'] {
  if (comparison.score === 1) return 'equal pixels';
  if (comparison.score < 0.3) return 'neither';
  const copy = contributions.filter(({ name }) => copyTerms.has(name)).reduce((sum, { added }) => sum + added, 0);
  const semantic = contributions.filter(({ name }) => !copyTerms.has(name)).reduce((sum, { added }) => sum + added, 0);
  if (copy > 1.5 * semantic) return 'copy evidence';
  return semantic > 1.5 * copy ? 'semantic evidence' : 'both';
}

/** Mean similarity, to the other picture as a whole, of the windows that cover each cell. */
function heatOf(own: FeatureSet, other: FeatureSet): number[] {
  const length = other.embeddings.block13.length;
  const cosines = mapWindows.map((_, index) => {
    let sum = 0;
    for (let at = 0; at < length; at += 1)
      sum += (own.windows[index * length + at] ?? 0) * (other.embeddings.block13[at] ?? 0);
    return sum;
  });
  return Array.from({ length: heatSide * heatSide }, (_, cell) => {
    const [x, y] = [((cell % heatSide) + 0.5) / heatSide, (Math.floor(cell / heatSide) + 0.5) / heatSide];
    const covering = cosines.filter((_cosine, index) => {
      const window = mapWindows[index];
      return (
        window !== undefined &&
        x >= window.left &&
        x <= window.left + window.side &&
        y >= window.top &&
        y <= window.top + window.side
      );
    });
    return covering.reduce((sum, cosine) => sum + cosine, 0) / Math.max(1, covering.length);
  });
}

function movementWords({ a, b, mirrored }: SimilarityTransform): string {
  const scale = Math.hypot(a, b);
  const turn = Math.round((Math.atan2(b, a) * 180) / Math.PI);
  const size =
    Math.abs(scale - 1) < 0.03
      ? 'same size'
      : `${scale > 1 ? 'enlarged' : 'shrunk'} ${(scale > 1 ? scale : 1 / scale).toFixed(2)} ×`;
  return [
    mirrored ? 'mirrored' : undefined,
    size,
    Math.abs(turn) < 2 ? undefined : `turned ${Math.abs(turn)}° ${turn > 0 ? 'clockwise' : 'anticlockwise'}`,
  ]
    .filter((part) => part !== undefined)
    .join(', ');
}

const share = (points: readonly Point[], [width, height]: readonly [number, number]): Point[] =>
  points.map(([x, y]) => [x / width, y / height]);

interface Located {
  readonly first: FeatureSet;
  readonly second: FeatureSet;
  readonly transform: SimilarityTransform;
}

function overlapOf({ first, second, transform }: Located): NonNullable<Explanation['overlap']> {
  const [sizeA, sizeB] = [localPlaneSize(first), localPlaneSize(second)];
  const inB = clipToRectangle(
    rectangle(...sizeA).map((corner) => applyTransform(transform, corner)),
    ...sizeB,
  );
  const inA = inB.map((corner) => invertTransform(transform, corner));
  const shares: [number, number] = [areaOf(inA) / (sizeA[0] * sizeA[1]), areaOf(inB) / (sizeB[0] * sizeB[1])];
  return { words: movementWords(transform), first: share(inA, sizeA), second: share(inB, sizeB), shares };
}

/** Match geometry from the first picture to the second, whichever of them comes first in canonical order. */
function locate(a: FeatureSet, b: FeatureSet): Pick<Explanation, 'matches' | 'overlap'> {
  const [first, second] = [a, b];
  const { matches, inliers, transform } = localAgreement(first, second);
  const agreeing = new Set(inliers);
  const point = (features: FeatureSet, index: number): Point => {
    const [width, height] = localPlaneSize(features);
    return [(features.local.x[index] ?? 0) / width, (features.local.y[index] ?? 0) / height];
  };
  const list = Array.from(matches.first, (index, at) => ({
    first: point(first, index),
    second: point(second, matches.second[at] ?? 0),
    agrees: agreeing.has(at),
  }));
  return { matches: list, ...(transform === undefined ? {} : { overlap: overlapOf({ first, second, transform }) }) };
}

/** The same geometry seen from the other picture. */
function swap(
  { matches, overlap }: Pick<Explanation, 'matches' | 'overlap'>,
  b: FeatureSet,
): Pick<Explanation, 'matches' | 'overlap'> {
  const swapped = matches.map(({ first, second, agrees }) => ({ first: second, second: first, agrees }));
  if (overlap === undefined || b.width === 0) return { matches: swapped };
  const words = overlap.words.replace(/enlarged|shrunk|anticlockwise|clockwise/g, (word) => opposites[word] ?? word);
  return {
    matches: swapped,
    overlap: { words, first: overlap.second, second: overlap.first, shares: [overlap.shares[1], overlap.shares[0]] },
  };
}

const opposites: Readonly<Record<string, string>> = {
  enlarged: 'shrunk',
  shrunk: 'enlarged',
  clockwise: 'anticlockwise',
  anticlockwise: 'clockwise',
};

/** Explains the comparison of two pictures by their features. */
export function explainPair(
  a: FeatureSet,
  b: FeatureSet,
  options: { readonly identicalPixels: boolean; readonly calibration?: Calibration },
): Explanation {
  const calibration = options.calibration ?? defaultCalibration;
  const comparison = compareFeatures(a, b, { ...options, calibration });
  const contributions = contributionsOf(comparison, calibration);
  const geometry = canonicalOrder(a, b) <= 0 ? locate(a, b) : swap(locate(b, a), b);
  return {
    comparison,
    contributions,
    decidedBy: decision(comparison, contributions),
    ...geometry,
    heat: { first: heatOf(a, b), second: heatOf(b, a) },
  };
}
