/** A monotone piecewise-linear map from fused evidence to score: knots [z, score], both strictly rising. */
export type Knots = readonly (readonly [number, number])[];

/** Terms of the fusion: semantic evidence first, then copy evidence. */
export const fusionTerms = [
  'block6',
  'block13',
  'block16',
  'part',
  'typicality',
  'colour',
  'logInliers',
  'verifiedInliers',
] as const;
export type FusionTerm = (typeof fusionTerms)[number];

/**
 * What a pair may have in common: a part, or all, of one picture seen again in the other; one thing in one setting,
 * where colours speak; one thing in another setting, where they say nothing.
 */
export const hypothesisNames = ['sharedPart', 'sameSetting', 'otherSetting'] as const;
export type HypothesisName = (typeof hypothesisNames)[number];

/** One hypothesis: its log-odds are the bias and the weighted sum of the terms. */
export interface Hypothesis {
  readonly bias: number;
  readonly weights: Readonly<Record<FusionTerm, number>>;
}

/** Weights of the fusion, and what turns it into a score. */
export interface Calibration {
  /** Names this fit; changes whenever a score may change. */
  readonly version: string;
  readonly hypotheses: Readonly<Record<HypothesisName, Hypothesis>>;
  readonly knots: Knots;
}

/** The score at `z`: linear between knots, constant beyond them. */
export function interpolate(knots: Knots, z: number): number {
  const last = knots.at(-1);
  const first = knots[0];
  if (first === undefined || last === undefined) throw new RangeError('a calibration needs at least one knot');
  if (z <= first[0]) return first[1];
  if (z >= last[0]) return last[1];
  const above = knots.findIndex(([at]) => at > z);
  const [z1, s1] = knots[above] ?? last;
  const [z0, s0] = knots[above - 1] ?? first;
  return s0 + ((s1 - s0) * (z - z0)) / (z1 - z0);
}
