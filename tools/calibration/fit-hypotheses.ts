import type { MeasuredPair } from '../eval/pair-evidence.ts';
import { fusionTerms } from '../../packages/engine/src/score/calibration.ts';
import type { FusionTerm, Hypothesis, HypothesisName } from '../../packages/engine/src/score/calibration.ts';
import { fusionValues } from '../../packages/engine/src/score/fuse.ts';
import { fitLogistic } from './logistic.ts';
import { examplesOf } from './pair-groups.ts';
import type { GroupWeights } from './pair-groups.ts';
import { strictest } from './score-knots.ts';

type Weights = Readonly<Record<FusionTerm, number>>;

/**
 * What an earlier and larger measurement found: 28,616 labelled pairs of 6,899 pictures of household objects, shop
 * products, groceries and places, none of them here. Our other views are rendered, each in its own light and before its
 * own backdrop, and would teach that colours say nothing; real pictures of one thing often share their setting.
 * Two terms are ours: typicality, which was not measured there, and the weight of agreeing points (.663), most of which
 * counts only where the points fill the overlap.
 */
const measured: Weights = {
  block6: 2.73,
  block13: 1.51,
  block16: 3.01,
  part: 0,
  typicality: -1,
  colour: 3.25,
  logInliers: 0.2,
  verifiedInliers: 0.46,
};

const unrelated: GroupWeights = {
  'different photograph': 1,
  'different white + white': 0.8,
  'different photograph + photograph': 0.4,
  'different other': 0.4,
};

interface FreeFit {
  readonly positives: GroupWeights;
  readonly negatives: GroupWeights;
  /** Bounds of the weights: all but typicality count in favour, so more agreement never lowers the score. */
  readonly bounds: Readonly<Record<FusionTerm, readonly [number, number]>>;
  readonly prior?: Weights;
  readonly ridge: number;
}

const unused = [0, 0] as const;

/** Geometry first: parts of a picture may look alike by chance, many points do not agree by chance. */
const sharedPartFit: FreeFit = {
  positives: { 'copy photograph': 1 },
  negatives: { ...unrelated, 'same scene': 0.4 },
  bounds: {
    block6: unused,
    block13: unused,
    block16: unused,
    part: [0, 5],
    typicality: unused,
    colour: unused,
    logInliers: [0, 10],
    verifiedInliers: [0, 10],
  },
  ridge: 0.001,
};

const otherSettingFit: FreeFit = {
  positives: {
    'copy photograph': 1,
    'same item white + white': 0.8,
    'same item photograph + photograph': 0.5,
    'same item other': 0.5,
  },
  negatives: { ...unrelated, 'same scene': 0.4 },
  bounds: {
    block6: [0, 10],
    block13: [0, 10],
    block16: [0, 10],
    part: [0, 10],
    typicality: [-3, 0],
    colour: unused,
    logInliers: [0, 10],
    verifiedInliers: [0, 10],
  },
  prior: { ...measured, colour: 0 },
  ridge: 0.06,
};

const iterations = 2500;
const valuesOf = (pair: MeasuredPair): number[] => {
  const values = fusionValues(pair.comparison.evidence);
  return fusionTerms.map((term) => values[term]);
};
const weightedSum = (pair: MeasuredPair, weights: readonly number[]): number =>
  valuesOf(pair).reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0);

function freeWeights(pairs: readonly MeasuredPair[], { bounds, prior, ridge, ...groups }: FreeFit): number[] {
  const fit = fitLogistic(examplesOf(pairs, groups, valuesOf), {
    bounds: fusionTerms.map((term) => bounds[term]),
    ...(prior === undefined ? {} : { prior: fusionTerms.map((term) => prior[term]) }),
    ridge,
    iterations,
  });
  return [...fit.weights];
}

/** The measured weights keep their proportions; only how steep they are is fitted. */
function sameSettingWeights(pairs: readonly MeasuredPair[]): number[] {
  const direction = fusionTerms.map((term) => measured[term]);
  const along = (pair: MeasuredPair): number[] => [weightedSum(pair, direction)];
  const groups = {
    positives: { 'copy photograph': 1, 'same item white + white': 0.8 },
    negatives: { ...unrelated, 'same scene': 0.3 },
  };
  const fit = fitLogistic(examplesOf(pairs, groups, along), { bounds: [[0, 50]], prior: [1], ridge: 0, iterations });
  return direction.map((weight) => weight * (fit.weights[0] ?? 1));
}

/** Share of different pairs that each hypothesis alone lets pass at even odds: the three are then worth the same. */
const passingAlone = 0.005;
/**
 * The shared part is made steeper than fitted: far from its threshold it is certain either way, and a flat one would
 * drown what the other two know about unrelated pictures.
 */
const sharedPartSteepness = 3;
const round = (value: number): number => Number(value.toFixed(4));

function aligned(pairs: readonly MeasuredPair[], weights: readonly number[]): Hypothesis {
  const rounded = weights.map(round);
  const sums = new Map(pairs.map((pair) => [pair, weightedSum(pair, rounded)]));
  return {
    bias: round(-strictest(sums, passingAlone)),
    weights: Object.fromEntries(fusionTerms.map((term, at) => [term, rounded[at] ?? 0])) as Weights,
  };
}

/** Fits the three hypotheses to labelled pairs. */
export function fitHypotheses(pairs: readonly MeasuredPair[]): Readonly<Record<HypothesisName, Hypothesis>> {
  return {
    sharedPart: aligned(
      pairs,
      freeWeights(pairs, sharedPartFit).map((weight) => sharedPartSteepness * weight),
    ),
    sameSetting: aligned(pairs, sameSettingWeights(pairs)),
    otherSetting: aligned(pairs, freeWeights(pairs, otherSettingFit)),
  };
}
