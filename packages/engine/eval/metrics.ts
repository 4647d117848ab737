/** Ranks with ties averaged, 1-based. */
function ranks(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const result = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    for (let at = start; at < end; at += 1) result[order[at] ?? 0] = (start + end + 1) / 2;
    start = end;
  }
  return result;
}

/** Area under the ROC curve: the chance that a positive scores above a negative, ties half. */
export function rocArea(positives: readonly number[], negatives: readonly number[]): number {
  const rank = ranks(Float64Array.from([...positives, ...negatives]));
  let sum = 0;
  for (let at = 0; at < positives.length; at += 1) sum += rank[at] ?? 0;
  return (sum - (positives.length * (positives.length + 1)) / 2) / (positives.length * negatives.length);
}

/** Share of positives above the threshold that lets through `rate` of the negatives. */
export function recallAtFalsePositiveRate(
  positives: readonly number[],
  negatives: readonly number[],
  rate: number,
): number {
  const sorted = negatives.toSorted((a, b) => b - a);
  const threshold = sorted[Math.floor(rate * sorted.length)] ?? Number.NEGATIVE_INFINITY;
  return positives.filter((score) => score > threshold).length / positives.length;
}

/** Mean of the precision at each positive, in order of falling score; of equal scores negatives come first. */
export function averagePrecision(positives: readonly number[], negatives: readonly number[]): number {
  const all = [
    ...positives.map((score) => ({ score, positive: true })),
    ...negatives.map((score) => ({ score, positive: false })),
  ];
  all.sort((a, b) => b.score - a.score || Number(a.positive) - Number(b.positive));
  let found = 0;
  let sum = 0;
  for (const [index, { positive }] of all.entries()) {
    if (!positive) continue;
    found += 1;
    sum += found / (index + 1);
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
