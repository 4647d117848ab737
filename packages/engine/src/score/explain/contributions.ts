import type { Bilingual } from '@semblance/spec/error-catalog';
import { fusionTerms } from '../calibration.ts';
import type { Calibration, FusionTerm, HypothesisName } from '../calibration.ts';
import type { Evidence } from '../evidence.ts';
import { fusionValues, leadingHypothesis } from '../fuse.ts';
import type { FusionValues } from '../fuse.ts';
import { ordinaryPairs } from './ordinary-pairs.ts';

/** Whether a term speaks for one picture being made from the other, or for both showing the same thing. */
export type EvidenceFamily = 'copy' | 'semantic';

/** What one kind of evidence added to the decision. */
export interface Contribution {
  readonly name: FusionTerm;
  readonly words: Bilingual;
  readonly family: EvidenceFamily;
  readonly value: number;
  /** Weight × value: its part of the fused sum. */
  readonly added: number;
  /** The value that pairs of different pictures have on average. */
  readonly ordinary: number;
  /** Weight × (value − ordinary): how far it lifts this pair above different pictures; negative when it lowers it. */
  readonly lift: number;
}

const terms: Readonly<Record<FusionTerm, { readonly words: Bilingual; readonly family: EvidenceFamily }>> = {
  logInliers: { words: { en: 'points that agree', zh: '相符的点' }, family: 'copy' },
  verifiedInliers: { words: { en: 'agreeing points fill the overlap', zh: '相符的点布满重叠区域' }, family: 'copy' },
  part: { words: { en: 'their most similar parts', zh: '最相似的局部' }, family: 'semantic' },
  block16: { words: { en: 'what they show', zh: '所呈现的内容' }, family: 'semantic' },
  block13: { words: { en: 'shapes and parts', zh: '形状与部件' }, family: 'semantic' },
  block6: { words: { en: 'texture and fine detail', zh: '纹理与细节' }, family: 'semantic' },
  colour: { words: { en: 'colours', zh: '颜色' }, family: 'semantic' },
  typicality: { words: { en: 'how ordinary they look', zh: '外观的普通程度' }, family: 'semantic' },
};

/** What a pair is read as, in words. */
export const hypothesisWords: Readonly<Record<HypothesisName, Bilingual>> = {
  sharedPart: {
    en: 'a part, or all, of one picture seen again in the other',
    zh: '一张图片的局部或全部在另一张中再次出现',
  },
  sameSetting: { en: 'one thing in one setting', zh: '同一场景中的同一物品' },
  otherSetting: { en: 'one thing in different settings', zh: '不同场景中的同一物品' },
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
