import type { Estimate } from './evaluation-file.ts';
/** Values in rising order. */
const rising = (values: readonly number[]): Float64Array => Float64Array.from(values).sort();

/** Area under the ROC curve: the chance that a positive scores above a negative, ties half. */
export function rocArea(positives: readonly number[], negatives: readonly number[]): number {
  const sorted = rising(negatives);
  let below = 0;
  let upTo = 0;
  let wins = 0;
  for (const score of rising(positives)) {
    while (below < sorted.length && (sorted[below] as number) < score) below += 1;
    upTo = Math.max(upTo, below);
    while (upTo < sorted.length && (sorted[upTo] as number) <= score) upTo += 1;
    wins += below + (upTo - below) / 2;
  }
  return wins / (positives.length * negatives.length);
}

/** Share of positives above the threshold that lets through `rate` of the negatives. */
export function recallAtFalsePositiveRate(
  positives: readonly number[],
  negatives: readonly number[],
  rate: number,
): number {
  const sorted = rising(negatives);
  const threshold = sorted[sorted.length - 1 - Math.floor(rate * sorted.length)] ?? Number.NEGATIVE_INFINITY;
  return positives.filter((score) => score > threshold).length / positives.length;
}

/** Mean of the precision at each positive, in order of falling score; of equal scores negatives come first. */
export function averagePrecision(positives: readonly number[], negatives: readonly number[]): number {
  const others = rising(negatives);
  let passed = others.length;
  let sum = 0;
  for (const [found, score] of rising(positives).reverse().entries()) {
    while (passed > 0 && (others[passed - 1] as number) >= score) passed -= 1;
    sum += (found + 1) / (found + 1 + others.length - passed);
  }
  return sum / positives.length;
}

/**
 * Bootstrap interval of a statistic of positives and negatives: both are redrawn with replacement.
 * @param options  `redraws` ≥ 20; `random` gives numbers in [0, 1).
 * @source Efron and Tibshirani, An Introduction to the Bootstrap (1993), section 13.3 (percentile interval).
 */
export function bootstrap(
  samples: { readonly positives: readonly number[]; readonly negatives: readonly number[] },
  statistic: (positives: readonly number[], negatives: readonly number[]) => number,
  options: { readonly redraws: number; readonly random: () => number },
): Estimate {
  const redraw = (values: readonly number[]): number[] =>
    values.map(() => values[Math.floor(options.random() * values.length)] ?? 0);
  const values = Array.from({ length: options.redraws }, () =>
    statistic(redraw(samples.positives), redraw(samples.negatives)),
  );
  values.sort((a, b) => a - b);
  const at = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
  return { value: statistic(samples.positives, samples.negatives), low: at(0.025), high: at(0.975) };
}

/** Values in groups that belong together, such as all pairs of one object. */
export type Clusters = readonly (readonly number[])[];

function redrawClusters(clusters: Clusters, random: () => number): number[] {
  return clusters.flatMap(() => clusters[Math.floor(random() * clusters.length)] ?? []);
}

/**
 * Bootstrap intervals of several statistics at once, where whole clusters are redrawn: pairs of one object rise and fall
 * together, so to redraw them one by one would promise more than is known.
 * @param statistics  gives the same number of values for every sample.
 * @returns           one estimate for each of its values.
 * @source Davison and Hinkley, Bootstrap Methods and their Application (1997), section 3.8 (hierarchical data).
 */
export function clusteredBootstrap(
  samples: { readonly positives: Clusters; readonly negatives: Clusters },
  statistics: (positives: readonly number[], negatives: readonly number[]) => readonly number[],
  options: { readonly redraws: number; readonly random: () => number },
): Estimate[] {
  const redrawn = Array.from({ length: options.redraws }, () =>
    statistics(redrawClusters(samples.positives, options.random), redrawClusters(samples.negatives, options.random)),
  );
  return statistics(samples.positives.flat(), samples.negatives.flat()).map((value, index) => {
    const values = rising(redrawn.map((row) => row[index] ?? Number.NaN));
    const at = (share: number): number => values[Math.min(values.length - 1, Math.floor(share * values.length))] ?? 0;
    return { value, low: at(0.025), high: at(0.975) };
  });
}
