import type { LookAlikeScores } from '../../../../tools/eval/evaluation-file.ts';

/** The best ROC area that another method has in the family at this place; undefined when none was measured. */
export function bestOther({ methods }: LookAlikeScores, place: number): number | undefined {
  const areas = methods.slice(1).map(({ families }) => families[place]?.rocArea ?? 0);
  return areas.length === 0 ? undefined : Math.max(...areas);
}
