import type { ServiceType } from '@semblance/spec/limits';
import measured from './verdict-chances.json' with { type: 'json' };
import type { Verdict } from './verdict.ts';

/** How often a verdict is right. */
export interface VerdictChance {
  /** Share, 0…1, of the measured pairs with this verdict for which its words are true. */
  readonly right: number;
  /** Measured pairs that it rests on. */
  readonly pairs: number;
}

type Chances = Readonly<Partial<Record<string, Readonly<Partial<Record<string, VerdictChance>>>>>>;

/**
 * The measured chance of a verdict being right when one pair in ten is a match; undefined where too few pairs were measured.
 * Written by `npm run eval`.
 */
export function verdictChance(serviceType: ServiceType, verdict: Verdict['name']): VerdictChance | undefined {
  const { chances }: { readonly chances: Chances } = measured;
  return chances[serviceType]?.[verdict];
}
