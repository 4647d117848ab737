import type { Affine } from './affine.ts';

/**
 * What laying one picture over the other shows; one vocabulary for scores, words and drawings.
 *
 * - `seen-again`: all of one picture is seen again in the other.
 * - `shared-part`: a part of both is the same; the rest of what lies on one another is not.
 * - `same-form-other-print`: all is seen again but one connected place.
 * - `same-form-other-colour`: all is seen again, in other colours that no change of the whole picture explains.
 * - `same-thing-other-ground`: all is seen again on a thing that stands free in one of them; the ground around it is not.
 * - `shared-frames`: of two animations some frames are seen again in the other, and some are not.
 * - `other-view`: parts agree, but not exactly: what disagrees may have moved or turned, and does not count against it.
 * - `different`: next to nothing of what lies on one another agrees.
 */
export const differenceCases = [
  'seen-again',
  'shared-part',
  'same-form-other-print',
  'same-form-other-colour',
  'same-thing-other-ground',
  'shared-frames',
  'other-view',
  'different',
] as const;
export type DifferenceCase = (typeof differenceCases)[number];

/** How the first picture lies over the second. */
export interface Registration {
  /** From shares of the first picture's width and height, 0…1, to shares of the second's. */
  readonly toSecond: Affine;
  /** What proposed it: keypoints, or the whole frame of one picture laid onto that of the other. */
  readonly from: 'points' | 'frame';
  readonly mirrored: boolean;
  /** Nearest number of quarter turns clockwise that the first picture makes, after mirroring. */
  readonly quarterTurns: 0 | 1 | 2 | 3;
  /** Whether the tones of one picture are those of the other reversed. */
  readonly inverted: boolean;
}

/** What one cell shows. `first-only` and `second-only`: one picture has content there that the other lacks. */
export const cellStates = ['blank', 'agrees', 'conflicts', 'first-only', 'second-only', 'outside'] as const;
export type CellState = (typeof cellStates)[number];

/**
 * The cells that were compared: a grid over the picture that has fewer pixels in the common part. `outside`: the cell's
 * place lies outside the other picture.
 */
export interface DifferenceCells {
  readonly of: 'first' | 'second';
  readonly columns: number;
  readonly rows: number;
  /** The grid's place in its picture: shares of width and height, 0…1. */
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Index into `cellStates`, a cell, row-major. */
  readonly states: Uint8Array;
  /** Agreement 0…1, a cell. */
  readonly agreement: Float32Array;
  /** Weight of a cell's content 0…1, the larger of both pictures'. */
  readonly weight: Float32Array;
  /** How far a cell's colours differ, both after the best change of all colours at once and as they are, 0…1. */
  readonly otherColour: Float32Array;
  /** By how many levels a cell's brightness differs, after the change of light that what agrees shows, 0…255. */
  readonly otherLight: Float32Array;
  /** Mean luma, blue and red chroma of each cell of the picture that has the grid, 0…255; chroma from 128. */
  readonly tones: Uint8Array;
}

/** The numbers that the rule reads. All are shares 0…1 unless said otherwise, and finite. */
export interface DifferenceNumbers {
  /** Of the content in the overlap: what agrees. */
  readonly agreeing: number;
  /** Of the content in the overlap: what both have there, but not the same. */
  readonly conflicting: number;
  /** Of the whole first picture's content, outside the overlap too: what is seen again in the second. */
  readonly coversFirst: number;
  readonly coversSecond: number;
  /** Largest connected region that disagrees, of the content in the overlap. */
  readonly largestConflict: number;
  /** Of the coloured area: what has another colour after the best change of all colours at once. */
  readonly colourConflict: number;
  /** Mean correlation of all content in the overlap, noise taken off. */
  readonly correlation: number;
  /** How far both pictures are drawings: few colours, much of them empty. */
  readonly drawn: number;
  /** Mean correlation of what agrees, noise taken off. */
  readonly exactness: number;
  /** How much detail finer than the cells' both pictures have. */
  readonly fineDetail: number;
  /** Of the disagreeing content: what is found again close by; 0 where most is seen again, and nobody looked. */
  readonly nearby: number;
  /** How far the farthest corner moved, in sides of the picture; may exceed 1. */
  readonly movement: number;
  /** Content that was compared, in cells; may exceed 1. */
  readonly contentCells: number;
}

/** What two pictures laid over each other show, before a rule reads it. */
export interface MeasuredDifference {
  readonly registration: Registration;
  readonly numbers: DifferenceNumbers;
  readonly cells: DifferenceCells;
}

/** What two pictures laid over each other show, and what a rule makes of it. */
export interface DifferenceEvidence extends MeasuredDifference {
  readonly case: DifferenceCase;
  /** Of `shared-frames`: how many of the frames that were compared are seen again. */
  readonly sharedFrames?: { readonly found: number; readonly compared: number };
  /** How far the pictures are flat sheets of one another, so that what disagrees is other content, 0…1. */
  readonly rigidity: number;
  /** Highest score that the evidence leaves, 0…1. */
  readonly ceiling: number;
  /** Least score that the evidence gives, 0…1. */
  readonly floor: number;
}
