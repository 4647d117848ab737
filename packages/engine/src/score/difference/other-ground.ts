import type { ArticleEvidence } from './article.ts';
import type { OtherGroundRule } from './difference-rule.ts';
import { ramp } from './quantile.ts';

/** What is known of where the conflict lies. */
export interface GroundJudgement {
  /** How far what conflicts lies in the ground around a thing that stands free, and not on the thing, 0…1. */
  readonly isGroundOnly: number;
  /** How far what both show of the thing says, beside that, that it is the same, 0…1. */
  readonly isSameThing: number;
}

/** Reads what stands free: whether another ground is all that conflicts, and whether it is the same thing before it. */
export function judgeGround(article: ArticleEvidence | undefined, rule: OtherGroundRule): GroundJudgement {
  if (article === undefined) return { isGroundOnly: 0, isSameThing: 0 };
  const { contentCells, agreeing, largestConflictCells, otherGround } = article;
  const conflict = largestConflictCells / Math.max(1, contentCells);
  // Axes reach the rim, as a thing does that is cut off; but they are filled with the ground.
  const isThing = article.isCutOff ? ramp(article.filled, ...rule.filled) : 1;
  const isGroundOnly = isThing * ramp(otherGround, ...rule.otherGround) * (1 - ramp(conflict, ...rule.conflict));
  const agrees = ramp(contentCells, ...rule.content) * ramp(agreeing, ...rule.agreeing);
  return { isGroundOnly, isSameThing: isGroundOnly * agrees };
}
