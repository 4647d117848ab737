import { interpolate } from '../calibration.ts';
import type { DifferenceEvidence } from './difference-evidence.ts';
import type { DifferenceRule } from './difference-rule.ts';

/** When animations share frames, and how high they may score; a part of the rule's version. */
export const framesRule = {
  /** From this score on a frame is found in the other: frames of one film are alike, and compression takes little from a frame. */
  found: 0.8,
  /** Highest score of animations that do not have all frames in common: they are not the same one, however long. */
  ceiling: 0.89,
} as const;

/** Whether one frame of two animations is found, so that there is something to tell although most of them are not. */
export function sharesFrame(frames: readonly number[]): boolean {
  return frames.length > 1 && frames.some((score) => score >= framesRule.found);
}

/**
 * Of animations, the frames that are most alike are laid over each other: what these are, not all is. Where some frames are
 * not in the other picture, those that are bound the score as a part of a still does, and it stays below "almost certainly".
 * @param frames  scores at which frames are found in the other picture; one for a still.
 */
export function judgeFrames(
  difference: DifferenceEvidence,
  frames: readonly number[],
  { kept }: DifferenceRule,
): DifferenceEvidence {
  const [found, compared] = [frames.filter((score) => score >= framesRule.found).length, frames.length];
  if (difference.case !== 'seen-again' || found === 0 || found === compared) return difference;
  const ceiling = Math.min(difference.ceiling, interpolate(kept, found / compared), framesRule.ceiling);
  return { ...difference, case: 'shared-frames', sharedFrames: { found, compared }, ceiling };
}
