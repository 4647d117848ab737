import { interpolate } from '../calibration.ts';
import { articleEvidence } from './article.ts';
import type { ArticleEvidence } from './article.ts';
import { articleCeilings, movedArticle } from './article-ceilings.ts';
import type {
  DifferenceCase,
  DifferenceEvidence,
  DifferenceNumbers,
  MeasuredDifference,
} from './difference-evidence.ts';
import { defaultRule } from './difference-rule.ts';
import type { DifferenceRule } from './difference-rule.ts';
import { judgeGround } from './other-ground.ts';
import type { GroundJudgement } from './other-ground.ts';
import { ramp } from './quantile.ts';
import { replacedShare } from './replaced-place.ts';
import { coveredShare, rigidityOf } from './rigidity.ts';

type Judgement = Pick<DifferenceEvidence, 'case' | 'rigidity' | 'ceiling' | 'floor'>;

/**
 * The share seen again, less for what contradicts it: content in the overlap that disagrees, other colours, one large
 * place that differs. Where all of one picture is seen again nothing is taken off: what lies over a copy is an addition.
 */
function keptShare(numbers: DifferenceNumbers, { takenOff, wholly }: DifferenceRule): number {
  const covered = coveredShare(numbers);
  const contradicted =
    takenOff.disagreement * (1 - numbers.agreeing) +
    takenOff.colour * numbers.colourConflict +
    takenOff.largest * numbers.largestConflict;
  return covered - contradicted * (1 - ramp(covered, ...wholly));
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

/** How far what differs is a stamp laid over a copy, 0…1, and not the print of an otherwise bare form. */
function stampShare(numbers: DifferenceNumbers, { contained, fullPage }: DifferenceRule): number {
  const contentSeenAgain = numbers.agreeing * numbers.contentCells;
  return ramp(coveredShare(numbers), ...contained) * ramp(contentSeenAgain, ...fullPage);
}

/** A bound raised by as much of the conflict as lies in the ground. */
const raised = (ceiling: number, share: number): number => ceiling + (1 - ceiling) * share;

/** A ceiling, and the case that sets it. */
type Ceiling = readonly [name: DifferenceCase, ceiling: number];

/** What the rule reads of a pair. */
interface Read {
  readonly numbers: DifferenceNumbers;
  readonly article: ArticleEvidence | undefined;
  readonly ground: GroundJudgement;
  /** Largest place that holds another picture, of what both show, 0…1; see `replacedShare`. */
  readonly replaced: number;
}

/** The ceilings of print and colour, where most of the form is seen again. */
function formCeilings({ numbers, article, ground, replaced }: Read, rule: DifferenceRule): Ceiling[] {
  // What lies in the ground is no print.
  const largest = numbers.largestConflict * (1 - ground.isGroundOnly);
  const print = interpolate(rule.otherPrint, largest);
  const other = articleCeilings({ ...numbers, largestConflict: largest }, article, rule);
  const isGround = Math.max(ground.isGroundOnly, ground.isSameThing);
  return [
    ['same-form-other-print', raised(interpolate(rule.replaced, replaced), isGround)],
    ['same-form-other-print', Math.min(other.print, raised(print, stampShare(numbers, rule)))],
    ['same-form-other-colour', Math.min(other.colour, interpolate(rule.otherColour, numbers.colourConflict))],
  ];
}

/** The lowest ceiling, and the case that sets it. */
function lowestCeiling(read: Read, rule: DifferenceRule): Ceiling {
  const { numbers, ground } = read;
  const kept = interpolate(rule.kept, keptShare(numbers, rule));
  const isForm = coveredShare(numbers) >= rule.sameForm || ground.isSameThing >= plainlySame;
  const ceilings: Ceiling[] = [
    [partialCase(numbers, rule), raised(kept, ground.isSameThing)],
    ...(isForm ? formCeilings(read, rule) : []),
  ];
  const [name, ceiling] = ceilings.reduce((least, candidate) => (candidate[1] < least[1] ? candidate : least));
  const isOtherGround = ceiling >= seenAgainCeiling && kept < seenAgainCeiling && ground.isSameThing >= plainlySame;
  return isOtherGround ? ['same-thing-other-ground', ceiling] : [name, ceiling];
}

/** From this share on a thing counts as the same before another ground. */
const plainlySame = 0.5;
/** From this ceiling on the pictures count as seen again. */
const seenAgainCeiling = 0.9;
/** Below this rigidity the view has more likely changed than the content: no case is named that speaks of content. */
const rigidEnough = 0.5;

function judge({ numbers, cells }: MeasuredDifference, rule: DifferenceRule): Judgement {
  const flat = rigidityOf(numbers, rule.rigidity);
  if (numbers.contentCells < rule.leastContent) return { case: 'other-view', rigidity: flat, ceiling: 1, floor: 0 };
  const article = articleEvidence(cells);
  const rigidity = Math.max(flat, movedArticle(numbers, article, rule));
  const ground = judgeGround(article, rule.otherGround);
  const [name, lowest] = lowestCeiling({ numbers, article, ground, replaced: replacedShare(cells) }, rule);
  const ceiling = 1 - rigidity * (1 - lowest);
  const floor = lowest >= seenAgainCeiling && isPlainlySeenAgain(numbers, rule) ? rule.seenAgainFloor : 0;
  if (name === 'same-thing-other-ground') return { case: name, rigidity, ceiling, floor };
  if (lowest >= seenAgainCeiling) return { case: 'seen-again', rigidity, ceiling, floor };
  const isOtherView = rigidity < rigidEnough || ceiling >= seenAgainCeiling;
  return { case: isOtherView ? 'other-view' : name, rigidity, ceiling, floor };
}

/**
 * Reads the evidence: *seen again* leaves the score alone, *same form, other print or colour*, *they share a part* and
 * *different* lower its ceiling, each as far as the pictures are rigid.
 */
export function judgeDifference(measured: MeasuredDifference, rule: DifferenceRule = defaultRule): DifferenceEvidence {
  return { ...measured, ...judge(measured, rule) };
}

/** The score within the bounds that the evidence leaves; 1 is kept for equal pixels. */
export function boundedScore(score: number, { ceiling, floor }: Pick<DifferenceEvidence, 'ceiling' | 'floor'>): number {
  return score === 1 ? 1 : Math.max(Math.min(score, ceiling), floor);
}
