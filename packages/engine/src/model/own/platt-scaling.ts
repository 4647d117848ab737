/** A labelled value: the cosine of a pair, and whether the pair is the same. */
export interface LabelledCosine {
  readonly cosine: number;
  readonly same: boolean;
}

/** A logistic curve: score = 1 / (1 + exp(−(slope · cosine + offset))), slope > 0. */
export interface LogisticCurve {
  readonly slope: number;
  readonly offset: number;
}

const iterations = 100;
const ridge = 1e-6;
const leastSlope = 0.5;
const smallestStep = 1e-6;

interface Target {
  readonly cosine: number;
  readonly wanted: number;
}

const scoreAt = ({ slope, offset }: LogisticCurve, cosine: number): number =>
  1 / (1 + Math.exp(-(slope * cosine + offset)));

/** Mean cross entropy. */
function lossOf(curve: LogisticCurve, targets: readonly Target[]): number {
  const bounded = (cosine: number): number => Math.min(1 - 1e-12, Math.max(1e-12, scoreAt(curve, cosine)));
  const sum = targets.reduce(
    (total, { cosine, wanted }) =>
      total - wanted * Math.log(bounded(cosine)) - (1 - wanted) * Math.log(1 - bounded(cosine)),
    0,
  );
  return sum / targets.length;
}

/** The Newton step: the gradient divided by the curvature. */
function newtonStep(curve: LogisticCurve, targets: readonly Target[]): LogisticCurve {
  let [gs, go, ss, so, oo] = [0, 0, ridge, 0, ridge];
  for (const { cosine, wanted } of targets) {
    const score = scoreAt(curve, cosine);
    const curvature = Math.max(1e-9, score * (1 - score));
    gs += (score - wanted) * cosine;
    go += score - wanted;
    ss += curvature * cosine * cosine;
    so += curvature * cosine;
    oo += curvature;
  }
  const determinant = ss * oo - so * so;
  return { slope: (oo * gs - so * go) / determinant, offset: (ss * go - so * gs) / determinant };
}

/**
 * Fits a logistic curve to labelled cosines by Newton's method, halving steps that do not improve it. Labels are softened, so that
 * separable pairs do not yield a step function.
 * @param examples  at least one pair of each label.
 * @source Platt, Probabilistic outputs for support vector machines (1999), section 2.1; softened targets of equation 6.
 */
export function fitPlatt(examples: readonly LabelledCosine[]): LogisticCurve {
  const positives = examples.filter(({ same }) => same).length;
  const negatives = examples.length - positives;
  const [high, low] = [(positives + 1) / (positives + 2), 1 / (negatives + 2)];
  const targets = examples.map(({ cosine, same }) => ({ cosine, wanted: same ? high : low }));
  let curve: LogisticCurve = { slope: leastSlope, offset: 0 };
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    const step = newtonStep(curve, targets);
    let share = 1;
    const moved = (): LogisticCurve => ({
      slope: Math.max(leastSlope, curve.slope - share * step.slope),
      offset: curve.offset - share * step.offset,
    });
    while (share > smallestStep && lossOf(moved(), targets) > lossOf(curve, targets)) share /= 2;
    if (share <= smallestStep || Math.abs(share * step.slope) + Math.abs(share * step.offset) < 1e-9) break;
    curve = moved();
  }
  return curve;
}

const knotScores = [0.02, 0.08, 0.2, 0.35, 0.5, 0.65, 0.8, 0.92, 0.98];

/** Samples a curve as calibration knots from −1 to 1; both coordinates strictly rise. */
export function knotsOfCurve({ slope, offset }: LogisticCurve): [number, number][] {
  const round = (value: number): number => Number(value.toFixed(4));
  const inner = knotScores
    .map((score): [number, number] => [round((Math.log(score / (1 - score)) - offset) / slope), score])
    .filter(([cosine]) => cosine > -0.999 && cosine < 0.999);
  const bottom = Math.min(0.01, (inner[0]?.[1] ?? 1) / 2);
  const top = Math.max(0.999, ((inner.at(-1)?.[1] ?? 0) + 1) / 2);
  return [[-1, bottom], ...inner, [1, top]];
}
