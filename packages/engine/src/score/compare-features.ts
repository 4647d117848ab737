import type { LayerName } from '../features/embedding-network.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import { canonicalOrder } from './canonical-order.ts';
import type { Calibration } from './calibration.ts';
import { defaultCalibration } from './default-calibration.ts';
import type { DifferenceEvidence } from './difference/difference-evidence.ts';
import type { FoundPart } from './part/part-evidence.ts';
import type { Evidence, LocalAgreement } from './evidence.ts';
import { scoreOf } from './fuse.ts';
import { localAgreement } from './local-agreement.ts';
import { notesOn } from './notes.ts';
import type { Note } from './notes.ts';
import { verdictOf } from './verdict.ts';
import type { Verdict } from './verdict.ts';

export interface Comparison {
  /** 0…1; exactly 1 only for equal pixels. */
  readonly score: number;
  readonly verdict: Verdict;
  readonly evidence: Evidence;
  /** What laying the pictures over each other shows; absent where nothing says how they would lie. */
  readonly difference?: DifferenceEvidence;
  /** What of one picture was found within the other, and raised the score; absent where nothing was, or none was looked for. */
  readonly part?: FoundPart;
  /** What lessens trust in the score; empty for ordinary pictures. */
  readonly notes: readonly Note[];
  /** Names the calibration that gave the score. */
  readonly calibration: string;
}

export interface CompareOptions {
  /** Whether both pictures decode to the same pixels at full size; the score is then exactly 1. */
  readonly identicalPixels: boolean;
  readonly calibration?: Calibration;
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** Similarity of a whole picture to the most similar part of another. */
function bestPart(whole: FeatureSet, other: FeatureSet): number {
  const length = whole.embeddings.block13.length;
  let best = -1;
  for (let start = 0; start < other.windows.length; start += length)
    best = Math.max(best, dot(whole.embeddings.block13, other.windows.subarray(start, start + length)));

  return best;
}

/** All evidence of one pair, of which `a` comes first in canonical order. */
function gatherEvidence(a: FeatureSet, b: FeatureSet, local: LocalAgreement): Evidence {
  const cosine = (layer: LayerName): number => dot(a.embeddings[layer], b.embeddings[layer]);
  const block13 = cosine('block13');
  return {
    copy: {
      matches: local.matches.first.length,
      inliers: local.inliers.length,
      overlapShare: local.overlapShare,
      ...(local.transform === undefined ? {} : { transform: local.transform }),
    },
    semantic: {
      block6: cosine('block6'),
      block13,
      block16: cosine('block16'),
      part: Math.max(block13, bestPart(a, b), bestPart(b, a)),
      typicality: (a.typicality + b.typicality) / 2,
      colour: dot(a.lab, b.lab),
    },
  };
}

/** A comparison, and what it found on the way. */
export interface ComparedPoints {
  readonly comparison: Comparison;
  /** From whichever picture comes first in canonical order. */
  readonly points: LocalAgreement;
}

/** Compares two pictures by their features, and keeps the points on which they agree: `measureDifference` takes them. */
export function compareWithPoints(a: FeatureSet, b: FeatureSet, options: CompareOptions): ComparedPoints {
  const calibration = options.calibration ?? defaultCalibration;
  const [first, second] = canonicalOrder(a, b) <= 0 ? [a, b] : [b, a];
  const points = localAgreement(first, second);
  const evidence = gatherEvidence(first, second, points);
  const score = options.identicalPixels ? 1 : scoreOf(evidence, calibration);
  const comparison = {
    score,
    verdict: verdictOf(score),
    evidence,
    notes: [...notesOn(a, 'first'), ...notesOn(b, 'second')],
    calibration: calibration.version,
  };
  return { comparison, points };
}

/**
 * Compares two pictures by their features. Symmetric to the bit; the same features always give the same comparison.
 * The transform in the evidence maps whichever picture comes first in canonical order.
 */
export function compareFeatures(a: FeatureSet, b: FeatureSet, options: CompareOptions): Comparison {
  return compareWithPoints(a, b, options).comparison;
}
