import type { FusionTerm } from '../calibration.ts';
import measured from './ordinary-pairs.json' with { type: 'json' };

/** What pairs of different pictures usually look like, measured by `npm run calibrate:ordinary`. */
export interface OrdinaryPairs {
  /** Mean of each term of the fusion. */
  readonly terms: Readonly<Record<FusionTerm, number>>;
  /** How alike the parts of different pictures get by chance, −1…1: 95 in 100 cells of their heat maps stay below. */
  readonly alikeParts: number;
  /** How many points of different pictures agree on a transform by chance: 999 in 1000 pairs have no more. */
  readonly chancePoints: number;
}

const { terms, alikeParts, chancePoints } = measured;

export const ordinaryPairs: OrdinaryPairs = { terms, alikeParts, chancePoints };
