import type { ServiceType } from '@semblance/spec/limits';
import type { FeatureSet } from '../../features/feature-set.ts';
import type { Evidence } from '../evidence.ts';
import { colourCover } from './colour-cover.ts';
import type { ColourCover } from './colour-cover.ts';
import type { SoughtKinds, SoughtParts } from './part-evidence.ts';
import { partRule, partTermNames } from './part-rule.ts';
import type { PartTerm, PartWeights } from './part-rule.ts';

/** Of a cloth another part is no copy, and emblems are made of the forms that other emblems are made of. */
const without: ReadonlySet<ServiceType> = new Set(['fabric', 'trademark']);

/** What the features say for and against it that one picture, or what stands on its ground, is found in the other. */
export function partTerms({ copy, semantic }: Evidence, cover: number): Readonly<Record<PartTerm, number>> {
  const { part, colour, typicality } = semantic;
  return { part, colour, typicality, inliers: Math.min(copy.inliers, partRule.mostInliers), cover };
}

/** Log-odds that it is found, of a pair in the band. */
export function partOdds(terms: Readonly<Record<PartTerm, number>>, { bias, ...weights }: PartWeights): number {
  return partTermNames.reduce((sum, name) => sum + weights[name] * terms[name], bias);
}

const isLikely = (evidence: Evidence, kind: keyof SoughtKinds, cover: number): boolean =>
  cover >= partRule.leastCover && partOdds(partTerms(evidence, cover), partRule[kind]) >= partRule.leastOdds;

const kindsBy = (evidence: Evidence, { whole, object }: ColourCover): SoughtKinds => ({
  whole: isLikely(evidence, 'whole', whole),
  object: isLikely(evidence, 'object', object),
});

/**
 * Whether one picture may be within the other although the features of neither as a whole show it: by what the features
 * say, so that unrelated pictures are not searched.
 * @returns what to look for; undefined for nothing.
 */
export function soughtParts(
  [first, second]: readonly [FeatureSet, FeatureSet],
  { score, evidence }: { readonly score: number; readonly evidence: Evidence },
): SoughtParts | undefined {
  if (score < partRule.leastScore || score >= partRule.mostScore) return undefined;
  // Most pairs are out of it whatever their colours are.
  if (!isLikely(evidence, 'whole', 1) && !isLikely(evidence, 'object', 1)) return undefined;
  const sought = {
    first: kindsBy(evidence, colourCover(first.lab, second.lab)),
    second: kindsBy(evidence, colourCover(second.lab, first.lab)),
  };
  const isAny = [sought.first, sought.second].some(({ whole, object }) => whole || object);
  return isAny ? sought : undefined;
}

/** Whether parts are looked for at all in pairs of a service type. */
export function seeksParts(serviceType: ServiceType): boolean {
  return !without.has(serviceType);
}
