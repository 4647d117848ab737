import type { Estimate, MethodResult, TaskName, TaskResult, ThresholdRow } from './evaluation-file.ts';
import { averagePrecision, bootstrap, recallAtFalsePositiveRate, rocArea } from './metrics.ts';
import { draw, seeded } from './pictures/seeded.ts';
import type { Random } from './pictures/seeded.ts';
import { photographKinds, sampleByDetail, sampleOf, taskNames } from './samples.ts';
import type { Sample, ScoredPair } from './samples.ts';

const falsePositiveRate = 0.01;
const redraws = 100;
const largestSample = 12_000;

/** Draws a share of the values: positives and negatives are thinned alike, because precision depends on their ratio. */
function thin(values: readonly number[], share: number, random: Random): number[] {
  if (share === 1) return [...values];
  return Array.from({ length: Math.round(share * values.length) }, () => draw(values, random));
}

function measure(sample: Sample): TaskResult {
  const random = seeded(9);
  const share = Math.min(1, largestSample / Math.max(sample.positives.length, sample.negatives.length));
  const thinned = {
    positives: thin(sample.positives, share, random),
    negatives: thin(sample.negatives, share, random),
  };
  const estimate = (statistic: (positives: readonly number[], negatives: readonly number[]) => number): Estimate => ({
    ...bootstrap(thinned, statistic, { redraws, random }),
    value: statistic(sample.positives, sample.negatives),
  });
  return {
    rocArea: estimate(rocArea),
    averagePrecision: estimate(averagePrecision),
    recall: estimate((positives, negatives) => recallAtFalsePositiveRate(positives, negatives, falsePositiveRate)),
  };
}

const mapSamples = (
  samples: ReadonlyMap<string, Sample>,
  statistic: (sample: Sample) => number,
): Record<string, number> =>
  Object.fromEntries(
    [...samples]
      .filter(([, { positives, negatives }]) => positives.length > 4 && negatives.length > 4)
      .map(([name, sample]) => [name, statistic(sample)]),
  );

/** All figures of one method. */
export function evaluateMethod(method: string, scored: readonly ScoredPair[]): MethodResult {
  const kinds = photographKinds(scored);
  return {
    method,
    tasks: Object.fromEntries(taskNames.map((task) => [task, measure(sampleOf(scored, task))])) as Record<
      TaskName,
      TaskResult
    >,
    photographKinds: rocArea(kinds.positives, kinds.negatives),
    transformations: mapSamples(sampleByDetail(scored, 'copy'), ({ positives, negatives }) =>
      recallAtFalsePositiveRate(positives, negatives, falsePositiveRate),
    ),
    backdrops: mapSamples(sampleByDetail(scored, 'same item'), ({ positives, negatives }) =>
      rocArea(positives, negatives),
    ),
  };
}

const positiveShare = 0.1;

/** What passes each threshold. */
export function thresholdTable(scored: readonly ScoredPair[], thresholds: readonly number[]): ThresholdRow[] {
  const steady = sampleOf(scored, 'one threshold');
  const copies = sampleOf(scored, 'copy').positives;
  const items = scored.filter(({ pair }) => pair.relation === 'same item').map(({ score }) => score);
  const kinds = scored.filter(({ pair }) => pair.relation === 'same kind').map(({ score }) => score);
  const passing = (scores: readonly number[], threshold: number): number =>
    scores.filter((score) => score >= threshold).length / Math.max(1, scores.length);
  return thresholds.map((threshold) => {
    const truePositives = positiveShare * passing(steady.positives, threshold);
    const falsePositives = (1 - positiveShare) * passing(steady.negatives, threshold);
    return {
      threshold,
      copyRecall: passing(copies, threshold),
      itemRecall: passing(items, threshold),
      kindRate: passing(kinds, threshold),
      falsePositiveRate: passing(steady.negatives, threshold),
      precision: truePositives + falsePositives === 0 ? 1 : truePositives / (truePositives + falsePositives),
    };
  });
}
