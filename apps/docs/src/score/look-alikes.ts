/** What passes of a sample at the marks. */
interface Shares {
  readonly count: number;
  readonly median: number;
  /** Share at or above 0.5, 0.7 and 0.9. */
  readonly from: readonly number[];
}

/** Copies of a family's pictures against other contents of its designs. */
interface FamilyMeasure {
  readonly family: string;
  readonly rocArea: number;
  readonly recall: number;
  readonly copies: Shares;
  readonly lookAlikes: Shares;
}

/** The part of the evaluation's file on look-alikes; the first method is the engine. */
export interface LookAlikeScores {
  readonly methods: readonly { readonly method: string; readonly families: readonly FamilyMeasure[] }[];
}

/** The best ROC area that another method has in the family at this place; undefined when none was measured. */
export function bestOther({ methods }: LookAlikeScores, place: number): number | undefined {
  const areas = methods.slice(1).map(({ families }) => families[place]?.rocArea ?? 0);
  return areas.length === 0 ? undefined : Math.max(...areas);
}
