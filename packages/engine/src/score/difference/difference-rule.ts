import type { Knots } from '../calibration.ts';

type Ramp = readonly [from: number, to: number];

/** When pictures count as flat sheets of one another, so that what disagrees is other content; see `rigidityOf`. */
export interface RigidityRule {
  /** How exactly what agrees agrees, unless the picture moved so far or so much of the rest lies close by. */
  readonly exact: Ramp;
  readonly movement: Ramp;
  readonly nearby: Ramp;
  /** Fine detail that both have. */
  readonly fineDetail: Ramp;
  /** One frame: how far the corners may have moved, and how exactly the rest has to agree then. */
  readonly still: Ramp;
  readonly stillExact: Ramp;
  /** So little seen again of so much content, in cells: other content, however it is laid. */
  readonly little: Ramp;
  readonly muchContent: Ramp;
}

/**
 * When another print or colour makes another article: where it is plain, and next to nothing else is on the form that
 * could be the same.
 */
export interface BareFormRule {
  /** Highest score of what is plainly another article. */
  readonly ceiling: number;
  /** Largest place that differs, between which it comes to hold, and the content seen again, in cells, where it ceases. */
  readonly otherPrint: Ramp;
  readonly printedPage: Ramp;
  /** Share seen again between which a print was not replaced but added, as a stamp or a text is. */
  readonly added: Ramp;
  /** The same for colours that differ. */
  readonly otherColour: Ramp;
  readonly colouredPage: Ramp;
}

/**
 * When what differs on a filled thing that stands free makes it another article, however much else is on it; see
 * `articleEvidence`.
 */
export interface FreeArticleRule {
  /** Share of the thing's bare places in another tone than the ground. */
  readonly filled: Ramp;
  /** A sheet on a ground: how far it fills its rectangle, and how much of the picture. */
  readonly rectangular: Ramp;
  readonly fullSheet: Ramp;
  /** Largest place that differs, of the thing's area. */
  readonly print: Ramp;
  /** How much of that place lies on the ground, between which it is no print, and between which it is a stamp. */
  readonly strayed: Ramp;
  readonly stamp: Ramp;
  /** Share of the thing in other colours. */
  readonly otherColour: Ramp;
  /** The same, between which it is no print any more. */
  readonly allOver: Ramp;
  /** Content seen again, in cells, between which it ceases to be a thing: paper on a desk stands free too. */
  readonly page: Ramp;
  /** How exactly what agrees agrees, so that the thing was moved and not turned. */
  readonly exact: Ramp;
}

/** When what conflicts lies in the ground around a thing, so that it says nothing of the thing; see `articleEvidence`. */
export interface OtherGroundRule {
  /** Share of all content that disagrees around the thing, from which on the ground counts as another one. */
  readonly otherGround: Ramp;
  /** Content on the thing, in cells, from which on its agreement says that it is the same. */
  readonly content: Ramp;
  /** How much of that agrees, and the largest place that does not. */
  readonly agreeing: Ramp;
  readonly conflict: Ramp;
  /** Of what is cut off by the rim: share of its bare places in another tone than the ground. */
  readonly filled: Ramp;
}

/** How evidence becomes bounds of the score. */
export interface DifferenceRule {
  /** Highest score by the share that is kept; see `keptShare`. */
  readonly kept: Knots;
  /** What is taken off the share seen again, for a unit of disagreement, of other colours, of the largest place that differs. */
  readonly takenOff: { readonly disagreement: number; readonly colour: number; readonly largest: number };
  /** Share seen again between which all that fades out: added to a picture is not taken from it. */
  readonly wholly: Ramp;
  /** Highest score by the largest place that differs, and by the colours that differ, where most is seen again. */
  readonly otherPrint: Knots;
  readonly otherColour: Knots;
  /** The same by the largest place that holds another picture, which may be bland. */
  readonly replaced: Knots;
  /** Share seen again between which a print that was added on top ceases to count, as a stamp on a copy. */
  readonly contained: Ramp;
  /**
   * Content seen again, in cells, between which that comes to hold: what is added to a bare form is its print, what is
   * added to a full page is a stamp.
   */
  readonly fullPage: Ramp;
  readonly bareForm: BareFormRule;
  readonly freeArticle: FreeArticleRule;
  readonly otherGround: OtherGroundRule;
  /** Least share seen again from which on print and colour are told apart. */
  readonly sameForm: number;
  /** Below so many cells of content nothing is said. */
  readonly leastContent: number;
  readonly rigidity: RigidityRule;
  /** Least score of what is plainly seen again as a whole. */
  readonly seenAgainFloor: number;
}

/**
 * The rule of generic search, fitted by `tools/calibration/fit-difference-rule.ts` to look-alikes, copies of photographs and
 * other views; rounded.
 */
export const defaultRule: DifferenceRule = {
  kept: [
    [0, 0.4],
    [0.35, 0.46],
    [0.5, 0.49],
    [0.6, 0.55],
    [0.74, 0.62],
    [0.84, 0.95],
    [0.92, 0.98],
    [0.97, 1],
  ],
  takenOff: { disagreement: 0.12, colour: 0.25, largest: 0.05 },
  wholly: [0.93, 0.98],
  otherPrint: [
    [0.03, 1],
    [0.07, 0.89],
  ],
  otherColour: [
    [0.3, 1],
    [0.5, 0.85],
  ],
  replaced: [
    [0.15, 1],
    [0.2, 0.66],
  ],
  contained: [0.94, 0.97],
  fullPage: [60, 80],
  bareForm: {
    ceiling: 0.66,
    otherPrint: [0.05, 0.1],
    printedPage: [60, 80],
    added: [0.94, 0.98],
    otherColour: [0.5, 0.65],
    colouredPage: [80, 120],
  },
  freeArticle: {
    filled: [0.5, 0.7],
    rectangular: [0.85, 0.95],
    fullSheet: [0.4, 0.5],
    print: [0.04, 0.055],
    strayed: [0.05, 0.1],
    stamp: [0.2, 0.3],
    otherColour: [0.25, 0.4],
    allOver: [0.4, 0.6],
    page: [130, 170],
    exact: [0.94, 0.97],
  },
  otherGround: {
    otherGround: [0.03, 0.08],
    content: [4, 8],
    agreeing: [0.76, 0.86],
    conflict: [0.06, 0.13],
    filled: [0.5, 0.7],
  },
  sameForm: 0.6,
  leastContent: 10,
  rigidity: {
    exact: [0.88, 0.94],
    movement: [0.1, 0.2],
    nearby: [0.2, 0.36],
    fineDetail: [0.3, 0.45],
    still: [0.06, 0.3],
    stillExact: [0.7, 0.88],
    little: [0.15, 0.25],
    muchContent: [100, 160],
  },
  seenAgainFloor: 0.97,
};
