import { fusionTerms, type Calibration, type FusionTerm, type HypothesisName } from '../score/calibration.ts';
import type { Evidence } from '../score/evidence.ts';
import { fusionValues, leadingHypothesis, type FusionValues } from '../score/fuse.ts';
import { ordinaryPairs } from './ordinary-pairs.ts';

/** Whether a term speaks for one picture being made from the other, or for both showing the same thing. */
export type EvidenceFamily = 'copy' | 'semantic';

/** What one kind of evidence added to the decision. */
export interface Contribution {
  readonly name: FusionTerm;
  readonly words: string;
  readonly family: EvidenceFamily;
  readonly value: number;
  /** Weight × value: its part of the fused sum. */
  readonly added: number;
  /** The value that pairs of different pictures have on average. */
  readonly ordinary: number;
  /** Weight × (value − ordinary): how far it lifts this pair above different pictures; negative when it lowers it. */
  readonly lift: number;
}

const terms: Readonly<Record<FusionTerm, { readonly words: string; readonly family: EvidenceFamily }>> = {
  logInliers: { words: 'points that agree', family: 'copy' },
  verifiedInliers: { words: 'agreeing points fill the overlap', family: 'copy' },
  part: { words: 'their most similar parts', family: 'semantic' },
  block16: { words: 'what they show', family: 'semantic' },
  block13: { words: 'shapes and parts', family: 'semantic' },
  block6: { words: 'texture and fine detail', family: 'semantic' },
  colour: { words: 'colours', family: 'semantic' },
  typicality: { words: 'how ordinary they look', family: 'semantic' },
};

/** What a pair is read as, in words. */
export const hypothesisWords: Readonly<Record<HypothesisName, string>> = {
  sharedPart: 'a part, or all, of one picture seen again in the other',
  sameSetting: 'one thing in one setting',
  otherSetting: 'one thing in different settings',
};

/** A lift in words: signed, or a dash where the hypothesis does not weigh the term. */
export function liftWords({ added, lift }: Pick<Contribution, 'added' | 'lift'>): string {
  if (added === 0 && lift === 0) return '–';
  return `${lift < 0 ? '−' : '+'}${Math.abs(lift).toFixed(2)}`;
}

/** What each term added to the hypothesis that leads, in the order of `fusionTerms`. */
export function contributionsOf(evidence: Evidence, calibration: Calibration): Contribution[] {
  const values = fusionValues(evidence);
  const { weights } = calibration.hypotheses[leadingHypothesis(values, calibration)];
  return fusionTerms.map((name) => {
    const weight = weights[name];
    const [value, ordinary] = [values[name], ordinaryPairs.terms[name]];
    return { name, ...terms[name], value, added: weight * value, ordinary, lift: weight * (value - ordinary) };
  });
}

/** How far one family lifts the pair above different pictures. */
export function liftOf(contributions: readonly Contribution[], family: EvidenceFamily): number {
  return contributions.filter((item) => item.family === family).reduce((sum, { lift }) => sum + lift, 0);
}

/** The values of a pair whose evidence of one family is its own and everything else as in different pictures. */
export function onlyFamily(evidence: Evidence, family: EvidenceFamily): FusionValues {
  const values = fusionValues(evidence);
  const kept = fusionTerms.map((name) => [name, terms[name].family === family ? values : ordinaryPairs.terms] as const);
  return Object.fromEntries(kept.map(([name, source]) => [name, source[name]])) as FusionValues;
}
