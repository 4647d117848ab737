import type { FeatureSet } from '../../../packages/engine/src/features/feature-set.ts';
import { colourCover } from '../../../packages/engine/src/score/part/colour-cover.ts';
import { laidParts } from '../../../packages/engine/src/score/part/find-part.ts';
import type { FoundPart, SoughtKinds } from '../../../packages/engine/src/score/part/part-evidence.ts';
import { partTerms } from '../../../packages/engine/src/score/part/part-gate.ts';
import { isFound, partRule } from '../../../packages/engine/src/score/part/part-rule.ts';
import type { PartTerm } from '../../../packages/engine/src/score/part/part-rule.ts';
import type { FeaturesOf } from '../../eval/extract-all.ts';
import { hashOfSources } from '../../eval/feature-version.ts';
import { keptInFile } from '../../eval/keep-in-file.ts';
import { rasterReader } from '../../eval/pair-parts.ts';
import type { MeasuredPair } from '../../eval/pair-evidence.ts';
import type { PictureSet } from '../../eval/pictures/picture-set.ts';
import { progressBar } from '../../eval/progress-bar.ts';

/** One of the four things that may be looked for in a pair. */
export interface SoughtKind {
  readonly of: 'first' | 'second';
  readonly kind: keyof SoughtKinds;
  readonly terms: Readonly<Record<PartTerm, number>>;
  /** Whether it was found when it was looked for whatever the terms say; false where nobody looked. */
  readonly found: boolean;
}

/** A pair in the band of scores in which parts are looked for. */
export interface SoughtPair {
  readonly pair: MeasuredPair;
  readonly kinds: readonly SoughtKind[];
}

const everything: SoughtKinds = { whole: true, object: true };

/** Whether parts are looked for at this score at all. */
export const isInBand = ({ comparison: { score } }: MeasuredPair): boolean =>
  score >= partRule.leastScore && score < partRule.mostScore;

/** Everything that is found in copies, when everything is looked for. */
async function foundIn(set: PictureSet, copies: readonly MeasuredPair[]): Promise<FoundPart[][]> {
  const names = copies.map(({ first, second }) => `${first.file} ${second.file}`).join();
  const version = hashOfSources(['../../packages/engine/src/score/part', '../../packages/engine/src/features'], names);
  return keptInFile({ folder: set.folder, name: 'found-parts', version }, async () => {
    const [rasterOf, progress] = [rasterReader(set), progressBar()];
    const found: FoundPart[][] = [];
    for (const [done, { first, second }] of copies.entries()) {
      const laid = laidParts(await rasterOf(first), await rasterOf(second), { first: everything, second: everything });
      found.push(laid.filter((part) => isFound(part)));
      progress(done + 1, copies.length, 'copies searched');
    }
    return found;
  });
}

function kindsOf(
  { comparison: { evidence } }: MeasuredPair,
  [first, second]: readonly [FeatureSet, FeatureSet],
  found: readonly FoundPart[],
): SoughtKind[] {
  const covers = { first: colourCover(first.lab, second.lab), second: colourCover(second.lab, first.lab) };
  return (['first', 'second'] as const).flatMap((of) =>
    (['object', 'whole'] as const).map((kind) => ({
      of,
      kind,
      terms: partTerms(evidence, covers[of][kind]),
      found: found.some((part) => part.of === of && (part.what === 'object') === (kind === 'object')),
    })),
  );
}

/** Pairs in the band, with what the features say of each kind of part, and what is found of the copies. */
export async function soughtPairs(
  { set, featuresOf }: { readonly set: PictureSet; readonly featuresOf: FeaturesOf },
  measured: readonly MeasuredPair[],
): Promise<SoughtPair[]> {
  const pairs = measured.filter(isInBand);
  const copies = pairs.filter(({ relation }) => relation === 'copy');
  const found = await foundIn(set, copies);
  const foundOf = new Map(copies.map((pair, at) => [pair, found[at] ?? []]));
  return pairs.map((pair) => {
    const features = [featuresOf(pair.first), featuresOf(pair.second)] as const;
    return { pair, kinds: kindsOf(pair, features, foundOf.get(pair) ?? []) };
  });
}
