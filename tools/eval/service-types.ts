import type { Estimate, MeasuredServiceType, ServiceTypeMeaning, Spread } from './evaluation-file.ts';
import { clusteredBootstrap, rocArea } from './metrics.ts';
import type { Clusters } from './metrics.ts';
import { seeded } from './pictures/seeded.ts';
import type { ScoredPair } from './samples.ts';
import { measuredServiceTypes, serviceTypeSamples } from './service-type-samples.ts';
import type { ServiceTypeSample } from './service-type-samples.ts';
import { groupBy } from './tasks.ts';

const positiveShare = 0.1;
const redraws = 200;

/** Share of the rising values that are at least the threshold; 0 of none. */
function passing(rising: Float64Array, threshold: number): number {
  let [from, to] = [0, rising.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rising[middle] ?? 0) < threshold) from = middle + 1;
    else to = middle;
  }
  return rising.length === 0 ? 0 : 1 - from / rising.length;
}

/** Precision when one pair in ten is a match. */
function precisionOf(recall: number, falsePositiveRate: number): number {
  const found = positiveShare * recall;
  const wrong = (1 - positiveShare) * falsePositiveRate;
  return found + wrong === 0 ? 1 : found / (found + wrong);
}

const clustersOf = (pairs: readonly ScoredPair[]): Clusters =>
  [...groupBy(pairs, ({ pair }) => pair.first.object).values()].map((group) => group.map(({ score }) => score));

const spreadOf = (pairs: readonly ScoredPair[]): Spread => {
  const rising = Float64Array.from(pairs, ({ score }) => score).sort();
  const at = (share: number): number => rising[Math.min(rising.length - 1, Math.floor(share * rising.length))] ?? 0;
  return { low: at(0.05), median: at(0.5), high: at(0.95) };
};

/** The ROC area, then recall, false positive rate and precision of each threshold. */
const statisticsAt =
  (thresholds: readonly number[]) =>
  (positives: readonly number[], negatives: readonly number[]): number[] => {
    const [found, wrong] = [Float64Array.from(positives).sort(), Float64Array.from(negatives).sort()];
    const rows = thresholds.map((threshold) => {
      const [recall, falsePositiveRate] = [passing(found, threshold), passing(wrong, threshold)];
      return [recall, falsePositiveRate, precisionOf(recall, falsePositiveRate)];
    });
    return [rocArea(positives, negatives), ...rows.flat()];
  };

function doubtfulAt(
  scored: readonly ScoredPair[],
  { doubtful, isDoubtful }: ServiceTypeSample,
  threshold: number,
): Record<string, number> {
  return Object.fromEntries(
    doubtful.map((relation) => {
      const scores = scored.filter(({ pair }) => pair.relation === relation && isDoubtful(pair));
      return [relation, passing(Float64Array.from(scores, ({ score }) => score).sort(), threshold)];
    }),
  );
}

/** Measures one service type; intervals redraw the objects of the first pictures. */
export function measureServiceType(
  scored: readonly ScoredPair[],
  sample: ServiceTypeSample,
  thresholds: readonly number[],
): ServiceTypeMeaning {
  const positives = scored.filter(({ pair }) => sample.isPositive(pair));
  const negatives = scored.filter(({ pair }) => sample.isNegative(pair));
  const clusters = { positives: clustersOf(positives), negatives: clustersOf(negatives) };
  const options = { redraws, random: seeded(11) };
  const [area, ...figures] = clusteredBootstrap(clusters, statisticsAt(thresholds), options);
  const none: Estimate = { value: 0, low: 0, high: 0 };
  return {
    positives: positives.length,
    negatives: negatives.length,
    objects: clusters.positives.length,
    rocArea: area ?? none,
    spread: { positives: spreadOf(positives), negatives: spreadOf(negatives) },
    thresholds: thresholds.map((threshold, index) => {
      const [recall = none, falsePositiveRate = none, precision = none] = figures.slice(3 * index, 3 * index + 3);
      return { threshold, recall, falsePositiveRate, precision, doubtful: doubtfulAt(scored, sample, threshold) };
    }),
  };
}

/** Pairs with the scores that a service type gives them; other methods give all types the same. */
export type ScoredUnder = (serviceType: MeasuredServiceType) => readonly ScoredPair[];

/** What every service type's score means. */
export function measureServiceTypes(
  scoredUnder: ScoredUnder,
  thresholds: readonly number[],
): Record<MeasuredServiceType, ServiceTypeMeaning> {
  return Object.fromEntries(
    measuredServiceTypes.map((name) => [
      name,
      measureServiceType(scoredUnder(name), serviceTypeSamples[name], thresholds),
    ]),
  ) as Record<MeasuredServiceType, ServiceTypeMeaning>;
}

/** The ROC area of a method in each service type. */
export function serviceTypeAreas(scoredUnder: ScoredUnder): Record<MeasuredServiceType, number> {
  return Object.fromEntries(
    measuredServiceTypes.map((name) => {
      const { isPositive, isNegative } = serviceTypeSamples[name];
      const scoresOf = (keep: (pair: ScoredPair['pair']) => boolean): number[] =>
        scoredUnder(name)
          .filter(({ pair }) => keep(pair))
          .map(({ score }) => score);
      return [name, rocArea(scoresOf(isPositive), scoresOf(isNegative))];
    }),
  ) as Record<MeasuredServiceType, number>;
}

/** Share of one service type's positives at or above a threshold, by what was done to either picture. */
export function recallByTreatment(
  scored: readonly ScoredPair[],
  { isPositive }: ServiceTypeSample,
  threshold: number,
): Record<string, number> {
  const treatments = scored
    .filter(({ pair }) => isPositive(pair))
    .flatMap(({ pair, score }) => [...new Set(pair.detail.split(' + '))].map((name) => ({ name, score })));
  return Object.fromEntries(
    [...groupBy(treatments, ({ name }) => name)]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, group]) => [name, group.filter(({ score }) => score >= threshold).length / group.length]),
  );
}
