import type { AnalysedPicture, PictureView } from './analyser.ts';
import type { FeatureSet } from '../features/feature-set.ts';
import type { ViewName } from '../ingest/decode-views.ts';
import type { ModelManifest } from '../model/own/manifest-schema.ts';
import { agreeInViews } from '../score/agree-in-views.ts';
import { interpolate } from '../score/calibration.ts';
import { canonicalOrder } from '../score/canonical-order.ts';
import { compareWithPoints } from '../score/compare-features.ts';
import type { Comparison } from '../score/compare-features.ts';
import type { Evidence, LocalAgreement } from '../score/evidence.ts';
import { scoreOfFlat } from '../score/flat-colours.ts';
import { largestBelowOne } from '../score/largest-below-one.ts';
import type { DifferenceEvidence } from '../score/difference/difference-evidence.ts';
import type { FoundPart } from '../score/part/part-evidence.ts';
import { isFlat, notesOn, viewNotes } from '../score/notes.ts';
import { verdictOf } from '../score/verdict.ts';

/** A score and what goes with it. */
export interface ScoredPair extends Pick<Comparison, 'score' | 'verdict' | 'notes' | 'calibration'> {
  /** The views that gave the score: the most alike of those that can be compared. */
  readonly compared: readonly [ViewName, ViewName];
  /** On what these views agree, from whichever comes first in canonical order; absent under a custom model. */
  readonly points?: LocalAgreement;
  /** What the built-in features say of all views that can be compared; none under a custom model. */
  readonly seen: readonly SeenViews[];
  /** Scores at which frames are found in the other picture, of the one that is found more fully; of a still, one. */
  readonly frames: readonly number[];
  /** What laying these views over each other shows; absent where the pictures are not alike enough for that. */
  readonly difference?: DifferenceEvidence;
  /** What of one of these views was found within the other, and raised the score. */
  readonly part?: FoundPart;
}

/** How two analysed pictures are scored. */
export interface ScoreOptions {
  readonly identicalPixels: boolean;
  /** Of the custom model, where the profile has one. */
  readonly ownCalibration: ModelManifest['calibration'] | undefined;
}

/** Two views, of the first and of the second picture, and what their built-in features say. */
export interface SeenViews {
  readonly views: readonly [PictureView, PictureView];
  readonly evidence: Evidence;
}

interface ViewScore extends Pick<ScoredPair, 'score' | 'calibration' | 'points'> {
  readonly evidence?: Evidence;
}

/** What all views of two pictures say. */
export interface ComparedViews extends Pick<ScoredPair, 'calibration' | 'points' | 'seen' | 'frames'> {
  /** The most alike views, of the first and of the second picture. */
  readonly views: readonly [PictureView, PictureView];
  /** 0…1, over all frames. */
  readonly score: number;
}

/** The built-in features of a view, whatever its profile. */
export function builtInFeatures({ features }: PictureView): FeatureSet {
  return 'embedding' in features ? features.builtIn : features;
}

/**
 * Compares two pictures in all their views. Whichever is named first, the same views and score are found: the order
 * is decided by the pictures' content.
 */
export function compareViews(first: AnalysedPicture, second: AnalysedPicture, options: ScoreOptions): ComparedViews {
  const inOrder = canonicalOrder(builtInFeatures(first.views[0]), builtInFeatures(second.views[0])) <= 0;
  const [a, b] = inOrder ? [first, second] : [second, first];
  const found = new Map<PictureView, Map<PictureView, ViewScore>>();
  const seen: SeenViews[] = [];
  const rate = (one: PictureView, two: PictureView): number => {
    const rated = scoreViews(one, two, options);
    found.set(one, (found.get(one) ?? new Map<PictureView, ViewScore>()).set(two, rated));
    const { evidence } = rated;
    if (evidence !== undefined) seen.push({ views: inOrder ? [one, two] : [two, one], evidence });
    return rated.score;
  };
  const { best, score, frames } = agreeInViews(a.views, b.views, rate);
  const views = inOrder ? ([best.first, best.second] as const) : ([best.second, best.first] as const);
  const { calibration, points } = found.get(best.first)?.get(best.second) ?? scoreViews(...views, options);
  return {
    views,
    // An empty picture is like no picture that shows something.
    score: first.isEmpty === second.isEmpty ? score : 0,
    calibration,
    ...(points === undefined ? {} : { points }),
    seen,
    frames,
  };
}

/** Scores two pictures of one profile: by the built-in features, or by the cosine of a custom model. */
export function scorePair(first: AnalysedPicture, second: AnalysedPicture, options: ScoreOptions): ScoredPair {
  const { views, score, ...found } = compareViews(first, second, options);
  const compared = [nameOf(views[0]), nameOf(views[1])] as const;
  return { score, verdict: verdictOf(score), notes: notesOnViews(first, second, views), compared, ...found };
}

/** What lessens trust in a score that two views gave. */
export function notesOnViews(
  first: AnalysedPicture,
  second: AnalysedPicture,
  views: ComparedViews['views'],
): Comparison['notes'] {
  const onFirst = viewNotes(first, nameOf(views[0]), 'first');
  const all = [...featureNotes(views), ...onFirst, ...viewNotes(second, nameOf(views[1]), 'second')];
  if (first.isEmpty === second.isEmpty) return all;
  // Of what shows nothing not even the colour is compared with what shows something.
  const empty = first.isEmpty ? 'first' : 'second';
  return all.filter(({ name, picture }) => name !== 'flat' || picture !== empty);
}

/** What the built-in features say of the pictures themselves; a custom model is not judged by them. */
function featureNotes([first, second]: ComparedViews['views']): Comparison['notes'] {
  if ('embedding' in first.features || 'embedding' in second.features) return [];
  return [...notesOn(first.features, 'first'), ...notesOn(second.features, 'second')];
}

/** The name of a view, without what was made of it. */
export function nameOf({ frame, ground }: PictureView): ViewName {
  return { frame, ...(ground === undefined ? {} : { ground }) };
}

function scoreViews(first: PictureView, second: PictureView, options: ScoreOptions): ViewScore {
  const { identicalPixels, ownCalibration } = options;
  const [a, b] = [first.features, second.features];
  if (!('embedding' in a) && !('embedding' in b)) {
    const { comparison, points } = compareWithPoints(a, b, { identicalPixels });
    const { calibration, evidence } = comparison;
    const areFlat = !identicalPixels && isFlat(a) && isFlat(b);
    const score = areFlat ? scoreOfFlat(first.raster, second.raster) : comparison.score;
    return { score, calibration, points, evidence };
  }
  if (!('embedding' in a) || !('embedding' in b) || ownCalibration === undefined)
    throw new Error('the pictures were analysed under different profiles');

  const cosine = a.embedding.reduce((sum, value, at) => sum + value * (b.embedding[at] ?? Number.NaN), 0);
  const calibrated = Math.min(largestBelowOne, Math.max(0, interpolate(ownCalibration.knots, cosine)));
  return { score: identicalPixels ? 1 : calibrated, calibration: ownCalibration.version };
}
