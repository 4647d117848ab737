/** A monotone piecewise-linear map from fused evidence to score: knots [z, score], both strictly rising. */
export type Knots = readonly (readonly [number, number])[];

/** Terms of the linear fusion: semantic evidence first, then copy evidence. */
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

/** Weights of the linear fusion, and what turns its sum into a score. */
export interface Calibration {
  /** Names this fit; changes whenever a score may change. */
  readonly version: string;
  readonly fusion: Readonly<Record<FusionTerm, number>>;
  readonly bias: number;
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
