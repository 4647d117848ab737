import type { ServiceType } from '@semblance/spec/limits';
import { pictureFailure } from './analyse-pair.ts';
import type { AnalysisOptions, SettledPair } from './analyse-pair.ts';
import type { AnalysedPicture, CheckedPicture, DetailTask, PicturePair, PictureView } from './analyser.ts';
import type { Failure } from './failure.ts';
import type { ViewName } from '../ingest/decode-views.ts';
import type { Result } from '../result.ts';
import { builtInFeatures, nameOf, notesOnViews } from './score-pair.ts';
import type { ScoredPair, SeenViews } from './score-pair.ts';
import { opensGate } from '../score/difference/gate.ts';
import { judgeReversed } from '../score/difference/judge-reversed.ts';
import { haveReversedTones } from '../score/difference/reversed-tones.ts';
import { onePlaceNotes } from '../score/explain/one-place.ts';
import { boundedScore, judgeDifference } from '../score/difference/rule.ts';
import { ruleFor } from '../score/difference/rules.ts';
import { judgeFrames, sharesFrame } from '../score/difference/shared-frames.ts';
import { byEvidence, findPart } from '../score/part/find-part.ts';
import type { FoundPart } from '../score/part/part-evidence.ts';
import { seeksParts, soughtParts } from '../score/part/part-gate.ts';
import { withPart } from '../score/part/part-rule.ts';
import { isFlat } from '../score/notes.ts';
import { verdictOf } from '../score/verdict.ts';

/** A pair that was analysed and scored. */
export interface JudgedInput {
  readonly pair: PicturePair;
  readonly analysed: SettledPair;
  readonly scored: ScoredPair;
}

/** The view of that name; an analysis has every view that it gave a score for. */
export function viewOf({ views }: AnalysedPicture, { frame, ground }: ViewName): PictureView {
  return views.find((view) => view.frame === frame && view.ground === ground) ?? views[0];
}

const sizeOf = ({ header }: CheckedPicture): readonly [width: number, height: number] => [header.width, header.height];

function detailOf({ bytes, header }: CheckedPicture, { frame, ground, ...view }: PictureView): DetailTask {
  const shown = { frame, ...(ground === undefined ? {} : { ground }) };
  return { bytes, header, view: shown, features: builtInFeatures({ frame, ...view }), raster: view.raster };
}

/** Whether both are one colour all over: there is nothing to see again in either. */
function areFlat(views: SeenViews['views']): boolean {
  return views.every((view) => isFlat(builtInFeatures(view)));
}

/** A part, and the views in which it was found. */
interface PartOfViews {
  readonly part: FoundPart;
  readonly views: SeenViews['views'];
}

/** What is found in any of the views: a dark thing that is transparent about stands out on white only. */
function partOfViews({ seen, score }: ScoredPair): PartOfViews | undefined {
  const found = seen.flatMap(({ views, evidence }): PartOfViews[] => {
    const sought = soughtParts([builtInFeatures(views[0]), builtInFeatures(views[1])], { score, evidence });
    const part = sought === undefined ? undefined : findPart(views[0].raster, views[1].raster, sought);
    return part === undefined ? [] : [{ part, views }];
  });
  return found.toSorted((a, b) => byEvidence(a.part, b.part))[0];
}

/**
 * Looks for one picture within the other where the score leaves that open, and raises the score if it is there. No single
 * frame raises a mean over frames.
 */
function seekPart({ analysed: { primary, secondary }, scored }: JudgedInput, serviceType: ServiceType): ScoredPair {
  const isStill = primary.frameCount === 1 && secondary.frameCount === 1;
  const found = isStill && seeksParts(serviceType) ? partOfViews(scored) : undefined;
  if (found === undefined) return scored;
  const { part, views } = found;
  const score = withPart(scored.score, part);
  const compared = [nameOf(views[0]), nameOf(views[1])] as const;
  return {
    ...scored,
    score,
    verdict: verdictOf(score),
    part,
    compared,
    notes: notesOnViews(primary, secondary, views),
  };
}

/**
 * Lays the compared views of a pair over each other where the score is high enough to ask what differs, and keeps the
 * score within what that leaves; also where the tones of one are those of the other reversed, which the score cannot see.
 */
export async function judgePair(
  { pair, analysed, scored }: JudgedInput,
  { runJob }: Pick<AnalysisOptions, 'runJob'>,
  serviceType: ServiceType,
): Promise<Result<ScoredPair, Failure>> {
  const views = [viewOf(analysed.primary, scored.compared[0]), viewOf(analysed.secondary, scored.compared[1])] as const;
  if (analysed.identicalPixels || areFlat(views)) return { ok: true, value: scored };
  const inverted = haveReversedTones(views[0].raster, views[1].raster);
  const isBounded = inverted || opensGate(scored.score);
  if (!isBounded && !sharesFrame(scored.frames))
    return { ok: true, value: seekPart({ pair, analysed, scored }, serviceType) };
  const [first, second] = [detailOf(pair.primary, views[0]), detailOf(pair.secondary, views[1])];
  const options = { inverted, ...(scored.points === undefined ? {} : { points: scored.points }) };
  const measured = await runJob({ kind: 'difference', first, second, options });
  if (!measured.ok) return { ok: false, failure: pictureFailure(measured.failure, 'primary') };
  if (measured.value === undefined) return { ok: true, value: scored };
  const rule = ruleFor(serviceType);
  const laid = inverted ? judgeReversed(measured.value, serviceType) : judgeDifference(measured.value, rule);
  const difference = judgeFrames(laid, scored.frames, rule);
  // Few frames are shared: that is told, and the mean over frames says enough.
  if (!isBounded) return { ok: true, value: difference.case === 'shared-frames' ? { ...scored, difference } : scored };
  // No single frame raises a mean over frames.
  const areStills = analysed.primary.frameCount === 1 && analysed.secondary.frameCount === 1;
  const sizes = [sizeOf(pair.primary), sizeOf(pair.secondary)] as const;
  const notes = areStills ? [...scored.notes, ...onePlaceNotes(difference, sizes)] : scored.notes;
  const score = boundedScore(scored.score, areStills ? difference : { ...difference, floor: 0 });
  return { ok: true, value: { ...scored, score, verdict: verdictOf(score), notes, difference } };
}
