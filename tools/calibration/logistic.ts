/** One weighted example: features, label 0 or 1, weight > 0. */
export interface Example {
  readonly features: readonly number[];
  readonly label: 0 | 1;
  readonly weight: number;
}

export interface LogisticFit {
  readonly weights: readonly number[];
  readonly bias: number;
}

export interface LogisticOptions {
  /** Lower and upper bound of each weight. */
  readonly bounds: readonly (readonly [number, number])[];
  /** What the weights are where the examples say nothing; default 0. */
  readonly prior?: readonly number[];
  /** Strength of the pull of the standardised weights towards the prior. */
  readonly ridge: number;
  readonly iterations: number;
}

/**
 * Weighted logistic regression with bounded weights and a normal prior, by projected gradient descent with momentum on
 * standardised features. Deterministic.
 */
export function fitLogistic(examples: readonly Example[], options: LogisticOptions): LogisticFit {
  const size = options.bounds.length;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const deviation = standardDeviations(examples, size, total);
  const prior = Float64Array.from({ length: size }, (_, at) => (options.prior?.[at] ?? 0) * (deviation[at] ?? 1));
  const weights = Float64Array.from(prior);
  const speed = new Float64Array(size + 1);
  let bias = 0;
  for (let iteration = 0; iteration < options.iterations; iteration += 1) {
    const gradient = new Float64Array(size + 1);
    for (const { features, label, weight } of examples) {
      let z = bias;
      for (let at = 0; at < size; at += 1) z += ((weights[at] ?? 0) * (features[at] ?? 0)) / (deviation[at] ?? 1);
      const error = ((1 / (1 + Math.exp(-z)) - label) * weight) / total;
      for (let at = 0; at < size; at += 1)
        gradient[at] = (gradient[at] ?? 0) + (error * (features[at] ?? 0)) / (deviation[at] ?? 1);
      gradient[size] = (gradient[size] ?? 0) + error;
    }
    for (let at = 0; at < size; at += 1) {
      speed[at] =
        0.9 * (speed[at] ?? 0) - 0.4 * ((gradient[at] ?? 0) + options.ridge * ((weights[at] ?? 0) - (prior[at] ?? 0)));
      const [low, high] = options.bounds[at] ?? [-Infinity, Infinity];
      const scale = deviation[at] ?? 1;
      weights[at] = Math.min(high * scale, Math.max(low * scale, (weights[at] ?? 0) + (speed[at] ?? 0)));
    }
    speed[size] = 0.9 * (speed[size] ?? 0) - 0.4 * (gradient[size] ?? 0);
    bias += speed[size] ?? 0;
  }
  return { weights: Array.from(weights, (value, at) => value / (deviation[at] ?? 1)), bias };
}

function standardDeviations(examples: readonly Example[], size: number, total: number): number[] {
  return Array.from({ length: size }, (_, at) => {
    const mean = examples.reduce((sum, { features, weight }) => sum + weight * (features[at] ?? 0), 0) / total;
    const variance =
      examples.reduce((sum, { features, weight }) => sum + weight * ((features[at] ?? 0) - mean) ** 2, 0) / total;
    return Math.sqrt(variance) || 1;
  });
}
