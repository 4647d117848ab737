import type { ServiceType } from '@semblance/spec/limits';
import { boundedScore, judgeDifference } from '../../packages/engine/src/score/difference/rule.ts';
import type { MeasuredDifference } from '../../packages/engine/src/score/difference/difference-evidence.ts';
import { seeksParts } from '../../packages/engine/src/score/part/part-gate.ts';
import { withPart } from '../../packages/engine/src/score/part/part-rule.ts';
import { ruleFor } from '../../packages/engine/src/score/difference/rules.ts';
import { extractAll } from './extract-all.ts';
import { featureVersion, hashOfSources } from './feature-version.ts';
import { keptInFile } from './keep-in-file.ts';
import { measureDifferences } from './pair-differences.ts';
import { findParts } from './pair-parts.ts';
import type { PairPart } from './pair-parts.ts';
import { measurePairs } from './pair-evidence.ts';
import type { MeasuredPair } from './pair-evidence.ts';
import type { PictureEntry, PictureSet, Purpose } from './pictures/picture-set.ts';
import type { ScoredPair } from './samples.ts';
import type { Pair } from './tasks.ts';

/** A pair with all that its score is made of. */
export interface LaidPair extends MeasuredPair {
  /** What laying one picture over the other shows; absent where the score is too low for that. */
  readonly difference: MeasuredDifference | undefined;
  /** What of one picture is found within the other; absent where it is not looked for. */
  readonly searched: PairPart | undefined;
}

/** The measured pairs of one set of pictures. */
export interface MeasuredSet {
  readonly set: PictureSet;
  readonly pairs: readonly LaidPair[];
}

interface Selection {
  readonly set: PictureSet;
  readonly purpose: Purpose;
  readonly entries: readonly PictureEntry[];
}

type Compared = Pick<MeasuredPair, 'comparison' | 'z'>;

/** Names the pairs and everything that decides how they compare, before what differs is looked for. */
function comparisonVersion(pairs: readonly Pair[]): string {
  const names = pairs.map(({ first, second }) => `${first.file} ${second.file}`).join();
  return hashOfSources(
    ['../../packages/engine/src/score'],
    featureVersion() + names,
    /\/(difference|explain|part)\/|chances/,
  );
}

/** Extracts features, compares all pairs, and lays those over each other that call for it. */
export async function measureSet({ set, purpose, entries }: Selection, pairs: readonly Pair[]): Promise<MeasuredSet> {
  const featuresOf = await extractAll({ set, purpose, entries });
  const kept = { folder: set.folder, name: `pairs-${pairs.length}-${purpose}`, version: comparisonVersion(pairs) };
  const compared = await keptInFile(kept, async () =>
    measurePairs(pairs, featuresOf).map(({ comparison, z }) => ({ comparison, z })),
  );
  const measured = pairs.map((pair, at): MeasuredPair => ({ ...pair, ...(compared[at] as Compared) }));
  const differenceOf = await measureDifferences({ set, purpose, featuresOf }, measured);
  const parts = await findParts({ set, purpose, featuresOf }, measured);
  return { set, pairs: measured.map((pair, at) => ({ ...pair, difference: differenceOf(pair), searched: parts[at] })) };
}

/** The score that a service type gives a pair. */
export function scoreUnder({ comparison, difference, searched }: LaidPair, serviceType: ServiceType): number {
  const part = seeksParts(serviceType) ? searched?.part : undefined;
  if (part !== undefined) return withPart(comparison.score, part);
  if (difference === undefined) return comparison.score;
  return boundedScore(comparison.score, judgeDifference(difference, ruleFor(serviceType)));
}

/** Pairs with the scores that a service type gives them. */
export const scoredUnder = (pairs: readonly LaidPair[], serviceType: ServiceType): ScoredPair[] =>
  pairs.map((pair) => ({ pair, score: scoreUnder(pair, serviceType) }));
