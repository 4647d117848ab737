/** A rectangle, in pixels of a plane or in shares of a picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What is found of a picture: what stands on its plain ground, all of it, or the square in its middle. */
export type PartName = 'object' | 'whole' | 'middle';

/** What may be looked for in a pair, by colours: of the first picture in the second, and the other way round. */
export interface SoughtParts {
  readonly first: SoughtKinds;
  readonly second: SoughtKinds;
}

/** What of one picture is looked for in the other. */
export interface SoughtKinds {
  /** All of it, or its middle. */
  readonly whole: boolean;
  /** What stands on its plain ground, if it has one. */
  readonly object: boolean;
}

/** How much content was compared, and how much of it agrees. */
export interface AgreeingCells {
  /** Content in cells of 8 × 8 pixels: a textured one is 1, a blank one 0. */
  readonly content: number;
  /** Of the content: what agrees, 0…1. */
  readonly agreeing: number;
}

/** Something of one picture that is seen again in the other. All boxes are shares of a picture's width and height, 0…1. */
export interface FoundPart extends AgreeingCells {
  /** Whose content was found in the other picture. */
  readonly of: 'first' | 'second';
  readonly what: PartName;
  /** Where it is in its own picture, and in the other one. */
  readonly own: Box;
  readonly there: Box;
  /** Correlation of all gradients, −1…1. */
  readonly correlation: number;
}
