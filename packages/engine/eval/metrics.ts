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

/** A measured value with its 95 % bootstrap interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
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
