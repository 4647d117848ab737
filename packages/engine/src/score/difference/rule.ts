import type { Knots } from '../calibration.ts';
import { interpolate } from '../calibration.ts';
import type { DifferenceCase, DifferenceNumbers } from './difference-evidence.ts';
import { ramp } from './quantile.ts';

/** What the rule reads. */
export interface RuleInput extends DifferenceNumbers {
  /** Whether both pictures are drawings: few colours, much of them empty. */
  readonly isGraphic: boolean;
  /** Mean correlation of all content in the overlap. */
  readonly joint: number;
}

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
  seenAgainFloor: 0.97,
};

/** What the evidence allows. */
export interface Bounds {
  readonly case: DifferenceCase;
  readonly ceiling: number;
  readonly floor: number;
}

/**
 * How far the pictures are flat sheets of one another: where what agrees agrees exactly, or fine detail agrees in place,
 * the rest is other content; where it agrees roughly, or the rest lies close by, the view has changed.
 */
export function rigidityOf(input: Omit<RuleInput, 'rigidity'>): number {
  const covered = Math.max(input.coversFirst, input.coversSecond);
  const moved = covered < 0.8 ? ramp(input.nearby, 0.2, 0.35) : 0;
  const exact = ramp(input.exactness, 0.9, 0.94) * (1 - moved);
  const fine = ramp(input.fineDetail, 0.25, 0.4) * (1 - ramp(input.movement, 0.1, 0.15));
  return Math.max(exact, fine, input.isGraphic ? 1 : 0);
}

function isPlainlySeenAgain(input: RuleInput, rule: DifferenceRule): boolean {
  const covered = Math.max(input.coversFirst, input.coversSecond);
  return (
    covered >= 0.95 &&
    input.agreeing >= 0.9 &&
    input.joint >= 0.8 &&
    input.contentCells >= 1.5 * rule.leastContent &&
    input.colourConflict < 0.3 &&
    input.largestConflict < 0.03
  );
}

/** Bounds of the score: *seen again* leaves it alone, *other print or colour*, *a part* and *different* lower its ceiling. */
export function boundsOf(input: RuleInput, rule: DifferenceRule): Bounds {
  const covered = Math.max(input.coversFirst, input.coversSecond);
  if (input.contentCells < rule.leastContent) return { case: 'other-view', ceiling: 1, floor: 0 };
  const ceilings: [DifferenceCase, number][] = [
    [covered < 0.35 ? 'different' : 'shared-part', interpolate(rule.seenAgain, covered)],
  ];
  if (covered >= rule.sameForm) {
    ceilings.push(['same-form-other-print', interpolate(rule.otherPrint, input.largestConflict)]);
    ceilings.push(['same-form-other-colour', interpolate(rule.otherColour, input.colourConflict)]);
  }
  const [name, lowest] = ceilings.reduce((least, candidate) => (candidate[1] < least[1] ? candidate : least));
  const ceiling = 1 - input.rigidity * (1 - lowest);
  const floor = isPlainlySeenAgain(input, rule) ? rule.seenAgainFloor : 0;
  const untouched = lowest >= 0.9 ? 'seen-again' : name;
  return { case: lowest < 0.9 && ceiling >= 0.9 ? 'other-view' : untouched, ceiling, floor };
}
