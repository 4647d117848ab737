import type { ServiceType } from '@semblance/spec/limits';
import type { FeatureSet } from '../../features/feature-set.ts';
import type { Evidence } from '../evidence.ts';
import { colourCover } from './colour-cover.ts';
import type { ColourCover } from './colour-cover.ts';
import type { SoughtKinds, SoughtParts } from './part-evidence.ts';
import { partRule } from './part-rule.ts';

/** Of a cloth another part is no copy, and emblems are made of the forms that other emblems are made of. */
const without: ReadonlySet<ServiceType> = new Set(['fabric', 'trademark']);

/** Log-odds that one picture lies within the other, of a pair in the band. */
function odds({ copy, semantic }: Evidence, [first, second]: readonly [ColourCover, ColourCover]): number {
  const { weights, bias, mostInliers } = partRule;
  return (
    bias +
    weights.part * semantic.part +
    weights.colour * semantic.colour +
    weights.typicality * semantic.typicality +
    weights.inliers * Math.min(copy.inliers, mostInliers) +
    weights.objectCover * Math.max(first.object, second.object) +
    weights.wholeCover * Math.max(first.whole, second.whole)
  );
}

const kindsBy = ({ whole, object }: ColourCover): SoughtKinds => ({
  whole: whole >= partRule.leastCover,
  object: object >= partRule.leastCover,
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
  const covers = [colourCover(first.lab, second.lab), colourCover(second.lab, first.lab)] as const;
  const sought = { first: kindsBy(covers[0]), second: kindsBy(covers[1]) };
  const isAny = [sought.first, sought.second].some(({ whole, object }) => whole || object);
  return isAny && odds(evidence, covers) >= partRule.leastOdds ? sought : undefined;
}

/** Whether parts are looked for at all in pairs of a service type. */
export function seeksParts(serviceType: ServiceType): boolean {
  return !without.has(serviceType);
}
