import type { FamilyMeasure, Shares } from './evaluation-file.ts';
import { recallAtFalsePositiveRate, rocArea } from './metrics.ts';
import type { ScoredPair } from './samples.ts';
import { groupBy } from './tasks.ts';

export const lookAlikeMarks = [0.5, 0.7, 0.9] as const;

const pooled = 'all families';

function sharesOf(scored: readonly ScoredPair[]): Shares {
  const rising = scored.map(({ score }) => score).toSorted((a, b) => a - b);
  return {
    count: rising.length,
    median: rising[Math.floor(rising.length / 2)] ?? 0,
    from: lookAlikeMarks.map((mark) => rising.filter((score) => score >= mark).length / Math.max(1, rising.length)),
  };
}

const falsePositiveRate = 0.01;

function measure(family: string, scored: readonly ScoredPair[]): FamilyMeasure {
  const copies = scored.filter(({ pair }) => pair.relation === 'look-alike copy');
  const lookAlikes = scored.filter(({ pair }) => pair.relation === 'look-alike');
  const samples = [copies, lookAlikes].map((sample) => sample.map(({ score }) => score)) as [number[], number[]];
  return {
    family,
    rocArea: rocArea(...samples),
    recall: recallAtFalsePositiveRate(...samples, falsePositiveRate),
    copies: sharesOf(copies),
    lookAlikes: sharesOf(lookAlikes),
  };
}

/** Drawn families, found ones, and all together: found pictures are what people made, so they count apart. */
export function measureLookAlikes(scored: readonly ScoredPair[]): FamilyMeasure[] {
  const own = scored.filter(({ pair }) => pair.role === 'look-alike');
  const families = groupBy(own, ({ pair }) => pair.first.kind);
  const isFound = ({ pair }: ScoredPair): boolean => pair.first.kind.startsWith('found ');
  return [
    ...[...families].map(([family, members]) => measure(family, members)),
    measure('found together', own.filter(isFound)),
    measure(pooled, own),
  ];
}

/** Copies by what was done to them: the share at or above each mark. */
export function lookAlikeCopiesByTreatment(scored: readonly ScoredPair[]): Record<string, Shares> {
  const copies = scored.filter(({ pair }) => pair.relation === 'look-alike copy');
  return Object.fromEntries(
    [...groupBy(copies, ({ pair }) => pair.detail)].map(([name, group]) => [name, sharesOf(group)]),
  );
}
