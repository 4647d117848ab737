import type { Knots } from '../calibration.ts';
import { interpolate } from '../calibration.ts';
import type {
  DifferenceCase,
  DifferenceEvidence,
  DifferenceNumbers,
  MeasuredDifference,
} from './difference-evidence.ts';
import { ramp } from './quantile.ts';
import { rigidityOf, type RigidityRule } from './rigidity.ts';

type Ramp = readonly [from: number, to: number];

/** How evidence becomes bounds of the score; fitted on look-alikes and copies that are not among the test pictures. */
export interface DifferenceRule extends RigidityRule {
  /** Highest score by the share of a whole picture that is seen again. */
  readonly seenAgain: Knots;
  /**
   * Highest score by the largest place that differs and by the colours that differ: of pictures with a common part, and
   * of pictures of which one is seen again all but whole.
   */
  readonly partPrint: Knots;
  readonly partColour: Knots;
  readonly wholePrint: Knots;
  readonly wholeColour: Knots;
  /** By the share seen again: where a part becomes a whole. */
  readonly whole: Ramp;
  /** By the share seen again: where print that was added on top no longer counts, as a stamp on a copy. */
  readonly contained: Ramp;
  /** Least share seen again from which on print and colour of a form are told apart, and of a part. */
  readonly sameForm: number;
  readonly samePart: number;
  /** Below so many cells of content nothing is said. */
  readonly leastContent: number;
  /** Least score of what is plainly seen again as a whole. */
  readonly seenAgainFloor: number;
}

/** The rule for pictures of any sort. */
export const defaultRule: DifferenceRule = {
  seenAgain: [
    [0, 0.36],
    [0.35, 0.44],
    [0.45, 0.48],
    [0.6, 0.6],
    [0.8, 0.69],
    [0.86, 0.8],
    [0.9, 0.89],
    [0.95, 0.95],
    [0.97, 1],
  ],
  partPrint: [
    [0.1, 1],
    [0.16, 0.8],
    [0.25, 0.69],
    [0.42, 0.48],
  ],
  partColour: [
    [0.25, 1],
    [0.35, 0.69],
  ],
  wholePrint: [
    [0.03, 1],
    [0.07, 0.89],
  ],
  wholeColour: [
    [0.3, 1],
    [0.5, 0.89],
  ],
  whole: [0.84, 0.92],
  contained: [0.93, 0.97],
  sameForm: 0.6,
  samePart: 0.35,
  leastContent: 10,
  exact: [0.9, 0.94],
  still: [0.06, 0.12],
  exactWhereStill: [0.78, 0.88],
  nearby: [0.2, 0.35],
  someDetail: [0.1, 0.2],
  fineDetail: [0.25, 0.4],
  movement: [0.1, 0.15],
  seenAgainFloor: 0.97,
};

type Judgement = Pick<DifferenceEvidence, 'case' | 'rigidity' | 'ceiling' | 'floor'>;

/** The larger share of a whole picture that is seen again. */
function coveredShare({ coversFirst, coversSecond }: DifferenceNumbers): number {
  return Math.max(coversFirst, coversSecond);
}

function isPlainlySeenAgain(numbers: DifferenceNumbers, rule: DifferenceRule): boolean {
  return (
    coveredShare(numbers) >= 0.95 &&
    numbers.agreeing >= 0.9 &&
    numbers.correlation >= 0.8 &&
    numbers.contentCells >= 1.5 * rule.leastContent &&
    numbers.colourConflict < 0.3 &&
    numbers.largestConflict < 0.03
  );
}

/** Below this share seen again the pictures are different. */
const nextToNothing = 0.35;
/** One place that holds this share of what disagrees is a print on a form. */
const onePlace = 0.5;

/** What pictures are of which only a part is seen again. */
function partialCase(numbers: DifferenceNumbers, rule: DifferenceRule): DifferenceCase {
  const covered = coveredShare(numbers);
  if (covered < nextToNothing) return 'different';
  const isPrint = covered >= rule.sameForm && numbers.largestConflict >= onePlace * (1 - numbers.agreeing);
  return isPrint ? 'same-form-other-print' : 'shared-part';
}

type Ceiling = readonly [name: DifferenceCase, ceiling: number];

/** Between a ceiling and none. */
const lifted = (ceiling: number, part: number): number => ceiling + (1 - ceiling) * part;

/** Ceilings of a part that both have, by what surrounds it. */
function partCeilings(numbers: DifferenceNumbers, rule: DifferenceRule): Ceiling[] {
  const covered = coveredShare(numbers);
  if (covered < rule.samePart) return [];
  const name = partialCase(numbers, rule);
  const part = ramp(covered, ...rule.whole);
  return [
    [name, lifted(interpolate(rule.partPrint, numbers.largestConflict), part)],
    [name, lifted(interpolate(rule.partColour, numbers.colourConflict), part)],
  ];
}

/** Ceilings of one form, by its print and colour. */
function formCeilings(numbers: DifferenceNumbers, rule: DifferenceRule): Ceiling[] {
  const covered = coveredShare(numbers);
  if (covered < rule.sameForm) return [];
  const print = interpolate(rule.wholePrint, numbers.largestConflict);
  return [
    ['same-form-other-print', lifted(print, ramp(covered, ...rule.contained))],
    ['same-form-other-colour', interpolate(rule.wholeColour, numbers.colourConflict)],
  ];
}

/** The lowest ceiling, and the case that sets it. */
function lowestCeiling(numbers: DifferenceNumbers, rule: DifferenceRule): Ceiling {
  const seen: Ceiling = [partialCase(numbers, rule), interpolate(rule.seenAgain, coveredShare(numbers))];
  const others = [...partCeilings(numbers, rule), ...formCeilings(numbers, rule)];
  return others.reduce((least, candidate) => (candidate[1] < least[1] ? candidate : least), seen);
}

/** From this ceiling on the pictures count as seen again. */
const seenAgainCeiling = 0.9;

function judge(numbers: DifferenceNumbers, rule: DifferenceRule): Judgement {
  const rigidity = rigidityOf(numbers, rule);
  if (numbers.contentCells < rule.leastContent) return { case: 'other-view', rigidity, ceiling: 1, floor: 0 };
  const [name, lowest] = lowestCeiling(numbers, rule);
  const ceiling = 1 - rigidity * (1 - lowest);
  const floor = isPlainlySeenAgain(numbers, rule) ? rule.seenAgainFloor : 0;
  if (lowest >= seenAgainCeiling) return { case: 'seen-again', rigidity, ceiling, floor };
  return { case: ceiling >= seenAgainCeiling ? 'other-view' : name, rigidity, ceiling, floor };
}

/**
 * Reads the evidence: *seen again* leaves the score alone, *same form, other print or colour*, *they share a part* and
 * *different* lower its ceiling, each as far as the pictures are rigid.
 */
export function judgeDifference(measured: MeasuredDifference, rule: DifferenceRule = defaultRule): DifferenceEvidence {
  return { ...measured, ...judge(measured.numbers, rule) };
}

/** The score within the bounds that the evidence leaves; 1 is kept for equal pixels. */
export function boundedScore(score: number, { ceiling, floor }: Pick<DifferenceEvidence, 'ceiling' | 'floor'>): number {
  return score === 1 ? 1 : Math.max(Math.min(score, ceiling), floor);
}
