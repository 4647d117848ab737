import type { Knots } from '../calibration.ts';
import { interpolate } from '../calibration.ts';
import type {
  DifferenceCase,
  DifferenceEvidence,
  DifferenceNumbers,
  MeasuredDifference,
} from './difference-evidence.ts';
import { ramp } from './quantile.ts';

type Ramp = readonly [from: number, to: number];

/** How evidence becomes bounds of the score. */
export interface DifferenceRule {
  /** Highest score by the share of a whole picture that is seen again. */
  readonly seenAgain: Knots;
  /** Highest score by the largest place that differs, and by the colours that differ, where most is seen again. */
  readonly otherPrint: Knots;
  readonly otherColour: Knots;
  /** Least share seen again from which on print and colour are told apart. */
  readonly sameForm: number;
  /** Below so many cells of content nothing is said. */
  readonly leastContent: number;
  /** Rigidity by how exactly what agrees agrees, unless so much of the rest lies close by. */
  readonly exact: Ramp;
  readonly nearby: Ramp;
  /** Rigidity by fine detail that both have, unless the picture moved so far. */
  readonly fineDetail: Ramp;
  readonly movement: Ramp;
  /** Least score of what is plainly seen again as a whole. */
  readonly seenAgainFloor: number;
}

/** The rule that ships. */
export const defaultRule: DifferenceRule = {
  seenAgain: [
    [0, 0.4],
    [0.35, 0.48],
    [0.6, 0.62],
    [0.75, 0.69],
    [0.85, 0.87],
    [0.92, 0.94],
    [0.97, 1],
  ],
  otherPrint: [
    [0.03, 1],
    [0.07, 0.89],
  ],
  otherColour: [
    [0.3, 1],
    [0.5, 0.89],
  ],
  sameForm: 0.6,
  leastContent: 10,
  exact: [0.9, 0.94],
  nearby: [0.2, 0.35],
  fineDetail: [0.25, 0.4],
  movement: [0.1, 0.15],
  seenAgainFloor: 0.97,
};

type Judgement = Pick<DifferenceEvidence, 'case' | 'rigidity' | 'ceiling' | 'floor'>;

/** The larger share of a whole picture that is seen again. */
function coveredShare({ coversFirst, coversSecond }: DifferenceNumbers): number {
  return Math.max(coversFirst, coversSecond);
}

/** Up to this share seen again, what lies close by tells that the view has changed. */
const mostlySeenAgain = 0.8;

/**
 * How far the pictures are flat sheets of one another: where what agrees agrees exactly, or fine detail agrees in place,
 * the rest is other content; where it agrees roughly, or the rest lies close by, the view has changed.
 */
function rigidityOf(numbers: DifferenceNumbers, rule: DifferenceRule): number {
  const moved = coveredShare(numbers) < mostlySeenAgain ? ramp(numbers.nearby, ...rule.nearby) : 0;
  const exact = ramp(numbers.exactness, ...rule.exact) * (1 - moved);
  const fine = ramp(numbers.fineDetail, ...rule.fineDetail) * (1 - ramp(numbers.movement, ...rule.movement));
  return Math.max(exact, fine, numbers.drawn);
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

/** The lowest ceiling, and the case that sets it. */
function lowestCeiling(numbers: DifferenceNumbers, rule: DifferenceRule): readonly [DifferenceCase, number] {
  const covered = coveredShare(numbers);
  const ceilings: (readonly [DifferenceCase, number])[] = [
    [partialCase(numbers, rule), interpolate(rule.seenAgain, covered)],
  ];
  if (covered >= rule.sameForm) {
    ceilings.push(['same-form-other-print', interpolate(rule.otherPrint, numbers.largestConflict)]);
    ceilings.push(['same-form-other-colour', interpolate(rule.otherColour, numbers.colourConflict)]);
  }
  return ceilings.reduce((least, candidate) => (candidate[1] < least[1] ? candidate : least));
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
