import { fusionTerms, type Calibration, type FusionTerm } from '../score/calibration.ts';
import type { Evidence } from '../score/evidence.ts';
import { fusionValues } from '../score/fuse.ts';
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

/** What each term of the fusion added, in the order of `fusionTerms`. */
export function contributionsOf(evidence: Evidence, calibration: Calibration): Contribution[] {
  const values = fusionValues(evidence);
  return fusionTerms.map((name) => {
    const weight = calibration.fusion[name];
    const [value, ordinary] = [values[name], ordinaryPairs.terms[name]];
    return { name, ...terms[name], value, added: weight * value, ordinary, lift: weight * (value - ordinary) };
  });
}

/** How far one family lifts the pair above different pictures. */
export function liftOf(contributions: readonly Contribution[], family: EvidenceFamily): number {
  return contributions.filter((item) => item.family === family).reduce((sum, { lift }) => sum + lift, 0);
}

/** The fused value of an ordinary pair of different pictures. */
export function ordinarySum(calibration: Calibration): number {
  return fusionTerms.reduce(
    (sum, name) => sum + calibration.fusion[name] * ordinaryPairs.terms[name],
    calibration.bias,
  );
}
